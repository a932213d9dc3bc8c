# The sample collection: opened when lede is called without a path.
nobase_dist_pkgdata_DATA += \
	articles/01-harbour-post-canola-for-cars.txt \
	articles/02-prairie-wire-canola-reprieve.txt \
	articles/03-rideau-ledger-one-eye-on-washington.txt \
	articles/04-pacific-desk-a-beginning.txt \
	articles/05-long-column-three-in-ten.txt

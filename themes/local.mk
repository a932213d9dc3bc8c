themesdir = $(pkgdatadir)/themes
dist_themes_DATA = \
	themes/contrast.ini themes/dark.ini themes/light.ini themes/mono.ini \
	themes/solarized-dark.ini themes/solarized-light.ini
EXTRA_DIST += themes/local.mk

dist_man_MANS += doc/lede.1 doc/lede-config.5
EXTRA_DIST += doc/actions.awk

dist_man_MANS += doc/lede.1 doc/lede-config.5
EXTRA_DIST += doc/actions.awk doc/tables.awk doc/completion/lede.bash

# The completions that the program prints, where shells look for them. bash wants the command's own name.
bashcompletiondir = $(datadir)/bash-completion/completions
zshcompletiondir = $(datadir)/zsh/site-functions
fishcompletiondir = $(datadir)/fish/vendor_completions.d
dist_zshcompletion_DATA = doc/completion/_lede
dist_fishcompletion_DATA = doc/completion/lede.fish
install-data-local:
	$(MKDIR_P) '$(DESTDIR)$(bashcompletiondir)'
	$(INSTALL_DATA) $(srcdir)/doc/completion/lede.bash '$(DESTDIR)$(bashcompletiondir)/lede'
uninstall-local:
	rm -f '$(DESTDIR)$(bashcompletiondir)/lede'

# Renews them after a change of the options; tests/meta/completion.sh says when that is due.
completions: lede
	./lede --completion=bash >$(srcdir)/doc/completion/lede.bash
	./lede --completion=zsh >$(srcdir)/doc/completion/_lede
	./lede --completion=fish >$(srcdir)/doc/completion/lede.fish
.PHONY: completions

# LEDE_LIB(NAME, HEADER, LIBRARY, FUNCTION, DEBIAN-PACKAGE, [INCLUDES-BEFORE])
# Sets and substitutes NAME_LIBS, sets lede_cv_lib_NAME to yes or no; adds the package to $missing when header or library is not there.
AC_DEFUN([LEDE_LIB], [
  AC_CHECK_HEADER([$2], [lede_header=yes], [lede_header=no], [m4_default([$6], [AC_INCLUDES_DEFAULT])])
  lede_save_LIBS=$LIBS
  LIBS="-l$3 $LIBS"
  AC_CACHE_CHECK([for $4 in lib$3], [lede_cv_lib_$1], [
    AC_LINK_IFELSE([AC_LANG_CALL([], [$4])], [lede_cv_lib_$1=yes], [lede_cv_lib_$1=no])])
  LIBS=$lede_save_LIBS
  AS_IF([test $lede_header = no], [lede_cv_lib_$1=no])
  AS_IF([test $lede_cv_lib_$1 = yes], [$1_LIBS=-l$3], [$1_LIBS=; LEDE_MISSING([$5])])
  AC_SUBST([$1_LIBS])
])

/**
 * Words for people and names of files: constants of enums as words, endings of files, the name of
 * this program, tables of results. It may import {@code org.braindyn.data} alone. Read {@link
 * org.braindyn.data.text.Words} first.
 */
package org.braindyn.data.text;

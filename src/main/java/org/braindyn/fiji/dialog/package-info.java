/**
 * The dialog of every command, made from its description: words, groups, a fold, choosers, presets.
 *
 * <p>May import {@code fiji.schema}, {@code fiji.images}, {@code data}. Read {@link
 * org.braindyn.fiji.dialog.CommandDialog} first.
 */
package org.braindyn.fiji.dialog;

/**
 * Help without a network: one page per command, made from the description that makes its dialog.
 *
 * <p>May import {@code fiji.schema}. Read {@link org.braindyn.fiji.help.HelpPages} first.
 */
package org.braindyn.fiji.help;

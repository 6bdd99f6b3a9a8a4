/**
 * What a command asks, in words: one description from which its dialog, its help page and the tests
 * are made.
 *
 * <p>A command's {@code @Parameter} fields say what there is; a words file beside the command
 * ({@code Train.words}) and {@code common.words} say how a person is asked. May import {@code
 * data}. Read {@link org.braindyn.fiji.schema.CommandSchema} first.
 */
package org.braindyn.fiji.schema;

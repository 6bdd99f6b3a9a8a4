/**
 * Between ImageJ's menus and macros and SciJava commands: inputs, dialog, outputs, errors.
 *
 * <p>May import {@code data}, {@code fiji.images}. Read {@link org.braindyn.fiji.bridge.BrainDyn_}
 * first.
 */
package org.braindyn.fiji.bridge;

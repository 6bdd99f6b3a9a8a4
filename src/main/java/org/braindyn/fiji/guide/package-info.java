/**
 * The guide's window: a list of steps, what each asks, and what it made.
 *
 * <p>May import {@code data}, {@code session}, {@code guide}, {@code figure}, {@code fiji.images},
 * {@code fiji.figures}. Read {@link org.braindyn.fiji.guide.GuideWindow} first.
 */
package org.braindyn.fiji.guide;

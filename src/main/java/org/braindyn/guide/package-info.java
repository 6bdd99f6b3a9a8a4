/**
 * The way from data to an answer, step by step: what each step asks, what it makes, and the macro
 * of what was done. No window and no ImageJ.
 *
 * <p>May import {@code data}, {@code session}. Read {@link org.braindyn.guide.Guide} first.
 */
package org.braindyn.guide;

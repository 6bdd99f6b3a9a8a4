/**
 * Functions of one number, made for vector instructions, and what Java knows of the processor.
 *
 * <p>May import nothing of the project. Read {@link org.braindyn.kernel.math.FloatMath} first.
 */
package org.braindyn.kernel.math;

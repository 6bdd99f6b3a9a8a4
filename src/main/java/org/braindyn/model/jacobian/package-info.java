/**
 * Exact derivatives of a forecast by its context, factored or in forward mode.
 *
 * <p>May import {@code model.parameter}, {@code .encoder}, {@code .sheaf}, {@code .field}, {@code
 * kernel}. Read {@link org.braindyn.model.jacobian.ForecastJacobian} first.
 */
package org.braindyn.model.jacobian;

package org.braindyn.longrun;

/**
 * The invariants of one run beside a recording.
 *
 * @param name whose run
 * @param divergence of where states lie from where the recording's lie, nats; NaN for the recording
 * @param spectrum Hellinger distance of spectra, 0 to 1; NaN for the recording
 * @param exponent largest Lyapunov exponent, per unit of time; NaN if there is no Jacobian
 * @param dimension correlation dimension; NaN if so few samples cannot show it
 */
public record LongRun(
    String name, double divergence, double spectrum, double exponent, double dimension) {}

/**
 * Model files at work: opened, applied, refitted.
 *
 * <p>May import everything below. Read {@link org.braindyn.models.ForecastSignals} first.
 */
package org.braindyn.models;

/**
 * Former names of classes that shell scripts call.
 *
 * <p>May import what it forwards to. Read {@link org.braindyn.pipeline.ForecastFile} first.
 */
package org.braindyn.pipeline;

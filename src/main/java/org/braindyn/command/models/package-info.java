/**
 * Commands that train, evaluate and forecast.
 *
 * <p>May import everything. Read {@link org.braindyn.command.models.Train} first.
 */
package org.braindyn.command.models;

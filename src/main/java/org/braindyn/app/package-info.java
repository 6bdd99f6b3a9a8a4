/**
 * The program as schedulers run it: a BIDS App, one call per person or share of people, then one
 * for the group.
 *
 * <p>May import every use case and the {@code api}. Read {@link org.braindyn.app.BidsApp} first.
 */
package org.braindyn.app;

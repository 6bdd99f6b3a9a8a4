package org.braindyn.cohort.groups;

/**
 * Links that differ and hang together.
 *
 * @param links which of all links
 * @param p share of shuffles whose largest component has as many links
 */
public record NetworkComponent(int[] links, double p) {}

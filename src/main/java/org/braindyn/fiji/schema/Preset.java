package org.braindyn.fiji.schema;

import java.util.Map;

/**
 * Values that belong together, e.g. for fMRI at rest.
 *
 * @param name what a person chooses
 * @param values text by key
 */
public record Preset(String name, Map<String, String> values) {}

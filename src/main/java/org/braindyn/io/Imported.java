package org.braindyn.io;

import java.util.List;
import org.braindyn.data.RegionSignals;

/**
 * Signals read from a file.
 *
 * @param signals one row per region
 * @param notes every guess that was made and anything unknown, in sentences
 */
public record Imported(RegionSignals signals, List<String> notes) {}

package org.braindyn.fiji.images;

import ij.measure.ResultsTable;
import java.util.List;
import org.braindyn.data.Annotation;

/** Tables of EEG events. */
public final class EegTables {
  private EegTables() {}

  /** One row per event: onset, duration, text. */
  public static ResultsTable events(List<Annotation> events) {
    if (events.isEmpty()) {
      return Tables.empty(List.of("Time (s)", "Duration (s)", "Event", "Channel"));
    }
    ResultsTable table = new ResultsTable();
    for (Annotation event : events) {
      table.addRow();
      table.addValue("Time (s)", event.onset());
      table.addValue("Duration (s)", event.duration());
      table.addValue("Event", event.text());
      table.addValue("Channel", event.channel());
    }
    return Tables.finish(table);
  }
}

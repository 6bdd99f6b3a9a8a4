package org.braindyn.fiji.bridge;

import java.util.List;

/** A command of which some choices are not known before it runs, e.g. the kinds of model. */
public interface ListedChoices {
  /**
   * What a text parameter can be chosen from.
   *
   * @param parameter its name
   * @return the choices; empty if its annotation says all
   */
  List<String> choices(String parameter);
}

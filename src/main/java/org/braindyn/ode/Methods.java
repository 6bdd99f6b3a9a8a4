package org.braindyn.ode;

import java.util.List;
import org.braindyn.data.BadInput;

/** The methods by the names users type. */
public final class Methods {
  private static final List<Tableau> ALL =
      List.of(Rk4ThreeEighths.TABLEAU, Midpoint.TABLEAU, Euler.TABLEAU, Dopri5.TABLEAU);

  private Methods() {}

  /**
   * The method of that name.
   *
   * @throws BadInput if there is none
   */
  public static Tableau named(String name) {
    for (Tableau tableau : ALL) {
      if (tableau.name().equals(name)) {
        return tableau;
      }
    }
    throw new BadInput(
        "There is no ODE method named \""
            + name
            + "\". Use one of "
            + String.join(", ", names())
            + ".");
  }

  /** All names, the usual one first. */
  public static List<String> names() {
    return ALL.stream().map(Tableau::name).toList();
  }
}

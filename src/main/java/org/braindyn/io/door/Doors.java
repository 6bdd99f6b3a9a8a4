package org.braindyn.io.door;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.braindyn.data.BadInput;

/**
 * All doors. The first that knows a file reads it; formats that nobody reads are refused by name,
 * with what to do next.
 */
public final class Doors {
  private static final List<Class<? extends Door>> KINDS =
      List.of(
          SignalDoor.class,
          ChannelDoor.class,
          SpikeDoor.class,
          ConnectomeDoor.class,
          ImageDoor.class);

  private Doors() {}

  /**
   * The door of one kind for a file.
   *
   * @param kind e.g. {@code SignalDoor.class}
   * @param file an existing file
   * @return the door, or empty if none of this kind knows the file
   * @throws BadInput if the file is missing, empty, or of a format that is known and not read
   */
  public static <D extends Door> Optional<D> find(Class<D> kind, Path file) {
    return find(kind, FileStart.of(file));
  }

  /** The same for a file that was looked at already. */
  public static <D extends Door> Optional<D> find(Class<D> kind, FileStart start) {
    for (D door : all(kind)) {
      if (door.knows(start)) {
        return Optional.of(door);
      }
    }
    if (describe(start, kind) == null) {
      refuse(start);
    }
    return Optional.empty();
  }

  /**
   * The same where nothing else reads the file: doors of other kinds are named.
   *
   * @param wanted what was asked for, e.g. "signals of regions"
   * @throws BadInput if no door of this kind knows the file
   */
  public static <D extends Door> D require(Class<D> kind, Path file, String wanted) {
    return find(kind, file).orElseThrow(() -> elsewhere(file, wanted, kind));
  }

  /**
   * Refuses a file that belongs to another kind of door.
   *
   * @param kind the kind asked for
   * @param file an existing file
   * @param wanted what was asked for, e.g. "signals of regions"
   */
  public static void refuseOthers(Class<? extends Door> kind, Path file, String wanted) {
    refuseOthers(kind, FileStart.of(file), wanted);
  }

  /** The same for a file that was looked at already. */
  public static void refuseOthers(Class<? extends Door> kind, FileStart start, String wanted) {
    if (describe(start, kind) != null) {
      throw elsewhere(start.path(), wanted, kind);
    }
  }

  private static BadInput elsewhere(Path file, String wanted, Class<? extends Door> kind) {
    Door other = describe(FileStart.of(file), kind);
    String what =
        other == null
            ? " is of a format that is not known here, so it gives no " + wanted + "."
            : " is " + other.format() + ", not " + wanted + ". " + other.use();
    return new BadInput(file.getFileName() + what);
  }

  private static Door describe(FileStart start, Class<? extends Door> except) {
    for (UseOnly door : UseOnly.values()) {
      if (door.kind != except && door.knows(start)) {
        return door;
      }
    }
    for (Class<? extends Door> kind : KINDS) {
      if (kind != except) {
        for (Door door : all(kind)) {
          if (!door.generic() && door.knows(start)) {
            return door;
          }
        }
      }
    }
    return null;
  }

  /**
   * Refuses a file of a format that is known and not read; readers of tables and images begin with
   * it.
   *
   * @throws BadInput if it is missing, empty, or of such a format: what it is and the next step
   */
  public static void refuseUnread(Path file) {
    refuse(FileStart.of(file));
  }

  /** The same for a file that was looked at already. */
  public static void refuseUnread(FileStart start) {
    refuse(start);
  }

  private static void refuse(FileStart start) {
    String why = UnreadFormats.refusal(start);
    if (why != null) {
      throw new BadInput(start.path().getFileName() + why);
    }
  }

  private static <D extends Door> List<D> all(Class<D> kind) {
    List<D> doors = new ArrayList<>();
    // Fiji gives plug-ins a class loader of their own.
    ServiceLoader.load(kind, kind.getClassLoader()).forEach(doors::add);
    return doors;
  }
}

package org.braindyn.fiji.dialog;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.braindyn.data.Cancelled;
import org.braindyn.fiji.schema.CommandSchema;

/**
 * A command's dialog as its thread sees it: asks, waits, and can be asked again with everything as
 * it was filled.
 */
public final class Asked {
  /** An answer; null values mean that the dialog was closed. */
  private record Reply(Map<String, Object> values) {}

  private static final Map<String, CommandDialog> OPEN = new ConcurrentHashMap<>();

  private final BlockingQueue<Reply> replies = new ArrayBlockingQueue<>(4);
  private final CommandSchema schema;
  private final Consumer<CommandSchema> help;
  private CommandDialog dialog;

  /**
   * @param help opens the help page
   */
  public Asked(CommandSchema schema, Consumer<CommandSchema> help) {
    this.schema = schema;
    this.help = help;
  }

  /**
   * Brings the dialog of a command to the front that waits already.
   *
   * @return false if there is none
   */
  public static boolean bringToFront(CommandSchema schema) {
    CommandDialog open = OPEN.get(schema.id());
    if (open != null && open.isVisible()) {
      EventQueue.invokeLater(open::toFront);
      return true;
    }
    return false;
  }

  /**
   * Shows the dialog and waits for its answer.
   *
   * @param message what was wrong with the last answer; empty for none
   * @return values by key; null if it was closed
   */
  public Map<String, Object> ask(String message) {
    boolean modal = EventQueue.isDispatchThread(); // else nothing could draw it
    onSwing(() -> show(message, modal));
    try {
      return replies.take().values();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new Cancelled(schema.title());
    }
  }

  private void show(String message, boolean modal) {
    if (dialog == null) {
      dialog = new CommandDialog(schema, new Waiting(), modal);
      OPEN.put(schema.id(), dialog);
    }
    dialog.ask(message);
  }

  /** Takes the window away; its values were taken. */
  public void close() {
    onSwing(
        () -> {
          if (dialog != null) {
            dialog.dispose();
          }
        });
  }

  /** Hands the dialog's end to the thread that waits. */
  private final class Waiting implements CommandDialog.Answer {
    @Override
    public void taken(Map<String, Object> values) {
      replies.add(new Reply(values));
    }

    @Override
    public void cancelled() {
      replies.add(new Reply(null));
    }

    @Override
    public void help() {
      help.accept(schema);
    }
  }

  private static void onSwing(Runnable work) {
    if (EventQueue.isDispatchThread()) {
      work.run();
      return;
    }
    try {
      EventQueue.invokeAndWait(work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled("The dialog");
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}

package org.braindyn.training.residual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;

/** Progress of models that train side by side, told as one: the mean of all, and the time left. */
final class MemberProgress {
  private final Progress whole;
  private final double[] done;
  private final long began = System.nanoTime();
  private double first = Double.NaN;

  private MemberProgress(Progress whole, int members) {
    this.whole = whole;
    done = new double[members];
  }

  /** One progress per member. */
  static List<Progress> of(Progress whole, int members) {
    MemberProgress all = new MemberProgress(whole, members);
    List<Progress> parts = new ArrayList<>();
    for (int m = 0; m < members; m++) {
      parts.add(all.part(m));
    }
    return parts;
  }

  private Progress part(int member) {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        tell(member, fraction, message);
      }

      @Override
      public boolean cancelled() {
        return whole.cancelled();
      }
    };
  }

  private synchronized void tell(int member, double fraction, String message) {
    done[member] = fraction;
    double mean = 0;
    for (double d : done) {
      mean += d / done.length;
    }
    if (Double.isNaN(first)) {
      first = mean; // a resumed training starts further on
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    double left = mean > first ? seconds * (1 - mean) / (mean - first) : Double.NaN;
    String own = message == null ? "" : message.replaceFirst(", about .* left$", "");
    String time = Double.isNaN(left) ? "" : String.format(Locale.ROOT, ", about %.0f s left", left);
    whole.report(mean, "Member " + (member + 1) + " of " + done.length + ": " + own + time);
  }
}

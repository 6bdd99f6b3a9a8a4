package org.braindyn.masked.attention;

import org.braindyn.masked.token.TokenMatrix;

/** One head of {@link LandmarkAttention} in one window. */
final class LandmarkHead {
  private final int heads;
  private final int head;
  private final int landmarks;
  private final Dense q;
  private final Dense k;
  private final Dense v;
  private final Dense ql;
  private final Dense kl;
  private final Dense first;
  private final Dense middle;
  private final Dense last;
  private PseudoInverse inverse;
  private Dense dFirst;
  private Dense dMiddle;
  private Dense dLast;
  private Dense dv;

  LandmarkHead(TokenMatrix qkv, int heads, int head, int landmarks) {
    this.heads = heads;
    this.head = head;
    this.landmarks = landmarks;
    double factor = 1 / Math.sqrt(Math.sqrt(qkv.width() / 3 / heads));
    q = part(qkv, 0, factor);
    k = part(qkv, 1, factor);
    v = part(qkv, 2, 1);
    ql = q.means(landmarks);
    kl = k.means(landmarks);
    first = q.timesTransposed(kl).softmax();
    middle = ql.timesTransposed(kl).softmax();
    last = ql.timesTransposed(k).softmax();
  }

  private Dense part(TokenMatrix qkv, int which, double factor) {
    int width = qkv.width() / 3;
    int d = width / heads;
    Dense part = Dense.zeros(qkv.rows(), d);
    for (int i = 0; i < qkv.rows(); i++) {
      for (int c = 0; c < d; c++) {
        part.a()[i * d + c] = factor * qkv.get(i, which * width + head * d + c);
      }
    }
    return part;
  }

  double[] columnSums() {
    double[] sums = new double[landmarks];
    for (int i = 0; i < landmarks * landmarks; i++) {
      sums[i % landmarks] += middle.a()[i];
    }
    return sums;
  }

  void finish(double over, TokenMatrix context) {
    inverse = new PseudoInverse(middle, over);
    Dense out = probabilities().times(last.times(v));
    int d = v.columns();
    for (int i = 0; i < out.rows(); i++) {
      for (int c = 0; c < d; c++) {
        context.set(i, head * d + c, out.a()[i * d + c]);
      }
    }
  }

  Dense probabilities() {
    return first.times(inverse.result());
  }

  /** Back to the pseudo-inverse's start; returns the gradient of the number it divides by. */
  double toInverse(TokenMatrix grad, double over) {
    int d = v.columns();
    Dense g = Dense.zeros(grad.rows(), d);
    for (int i = 0; i < g.rows(); i++) {
      for (int c = 0; c < d; c++) {
        g.a()[i * d + c] = grad.get(i, head * d + c);
      }
    }
    Dense z = inverse.result();
    Dense right = last.times(v);
    Dense dLeft = g.timesTransposed(right);
    Dense dRight = first.times(z).transposedTimes(g);
    dFirst = dLeft.timesTransposed(z);
    dLast = dRight.timesTransposed(v);
    dv = last.transposedTimes(dRight);
    PseudoInverse.Gradient back = inverse.gradient(first.transposedTimes(dLeft));
    Dense dStart = back.start().transposed();
    dMiddle = back.matrix().plus(1 / over, dStart);
    double dOver = 0;
    for (int i = 0; i < landmarks * landmarks; i++) {
      dOver -= dStart.a()[i] * middle.a()[i] / (over * over);
    }
    return dOver;
  }

  /** The largest column sum is a sum of this head's column. */
  void addToColumn(int column, double grad) {
    for (int i = 0; i < landmarks; i++) {
      dMiddle.a()[i * landmarks + column] += grad;
    }
  }

  void toInput(TokenMatrix gradQkv) {
    Dense s1 = first.softmaxGradient(dFirst);
    Dense s2 = middle.softmaxGradient(dMiddle);
    Dense s3 = last.softmaxGradient(dLast);
    int n = q.rows();
    Dense dql = s2.times(kl).plus(1, s3.times(k));
    Dense dkl = s1.transposedTimes(q).plus(1, s2.transposedTimes(ql));
    Dense dq = s1.times(kl).plus(1, dql.spread(n));
    Dense dk = s3.transposedTimes(ql).plus(1, dkl.spread(n));
    double factor = 1 / Math.sqrt(Math.sqrt(q.columns()));
    put(gradQkv, 0, dq, factor);
    put(gradQkv, 1, dk, factor);
    put(gradQkv, 2, dv, 1);
  }

  private void put(TokenMatrix gradQkv, int which, Dense grad, double factor) {
    int d = grad.columns();
    int at = which * heads * d + head * d;
    for (int i = 0; i < grad.rows(); i++) {
      for (int c = 0; c < d; c++) {
        gradQkv.set(i, at + c, factor * grad.a()[i * d + c]);
      }
    }
  }
}

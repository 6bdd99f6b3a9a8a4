package org.braindyn.masked.attention;

/** A small matrix in double, row-major, with the few operations that landmarks need. */
record Dense(int rows, int columns, double[] a) {
  static Dense zeros(int rows, int columns) {
    return new Dense(rows, columns, new double[rows * columns]);
  }

  Dense transposed() {
    Dense t = zeros(columns, rows);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        t.a[j * rows + i] = a[i * columns + j];
      }
    }
    return t;
  }

  Dense times(Dense b) {
    Dense c = zeros(rows, b.columns);
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < columns; k++) {
        double x = a[i * columns + k];
        for (int j = 0; j < b.columns; j++) {
          c.a[i * b.columns + j] += x * b.a[k * b.columns + j];
        }
      }
    }
    return c;
  }

  Dense timesTransposed(Dense b) {
    return times(b.transposed());
  }

  Dense transposedTimes(Dense b) {
    return transposed().times(b);
  }

  Dense scaled(double factor) {
    Dense c = zeros(rows, columns);
    for (int i = 0; i < a.length; i++) {
      c.a[i] = factor * a[i];
    }
    return c;
  }

  Dense plus(double factor, Dense b) {
    Dense c = zeros(rows, columns);
    for (int i = 0; i < a.length; i++) {
      c.a[i] = a[i] + factor * b.a[i];
    }
    return c;
  }

  /** {@code diagonal I - this}, for a square matrix. */
  Dense from(double diagonal) {
    Dense c = scaled(-1);
    for (int i = 0; i < rows; i++) {
      c.a[i * columns + i] += diagonal;
    }
    return c;
  }

  /** Softmax along each row. */
  Dense softmax() {
    Dense p = zeros(rows, columns);
    for (int i = 0; i < rows; i++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < columns; j++) {
        largest = Math.max(largest, a[i * columns + j]);
      }
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        p.a[i * columns + j] = Math.exp(a[i * columns + j] - largest);
        sum += p.a[i * columns + j];
      }
      for (int j = 0; j < columns; j++) {
        p.a[i * columns + j] /= sum;
      }
    }
    return p;
  }

  /** Gradient of the scores, from this softmax and its gradient. */
  Dense softmaxGradient(Dense grad) {
    Dense s = zeros(rows, columns);
    for (int i = 0; i < rows; i++) {
      double dot = 0;
      for (int j = 0; j < columns; j++) {
        dot += a[i * columns + j] * grad.a[i * columns + j];
      }
      for (int j = 0; j < columns; j++) {
        s.a[i * columns + j] = a[i * columns + j] * (grad.a[i * columns + j] - dot);
      }
    }
    return s;
  }

  /** Means of {@code rows / count} consecutive rows. */
  Dense means(int count) {
    int run = rows / count;
    Dense m = zeros(count, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        m.a[i / run * columns + j] += a[i * columns + j] / run;
      }
    }
    return m;
  }

  /** Gradient of {@link #means}, from the gradient of the means: each row gets its share. */
  Dense spread(int to) {
    int run = to / rows;
    Dense s = zeros(to, columns);
    for (int i = 0; i < to; i++) {
      for (int j = 0; j < columns; j++) {
        s.a[i * columns + j] = a[i / run * columns + j] / run;
      }
    }
    return s;
  }
}

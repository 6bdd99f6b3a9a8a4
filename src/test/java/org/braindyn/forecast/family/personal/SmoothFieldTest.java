package org.braindyn.forecast.family.personal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntUnaryOperator;
import org.braindyn.data.Grid;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Seed;
import org.braindyn.data.join.Atlas;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.junit.jupiter.api.Test;

/** A line of 60 voxels of 2 mm, cut at other places by two atlases. */
class SmoothFieldTest {
  private static final int VOXELS = 60;
  private static final double WIDTH = 12;

  private static Atlas atlas(String name, IntUnaryOperator label) {
    double[][] affine = {{2, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 2, 0}};
    Grid grid = new Grid(new int[] {VOXELS, 1, 1}, affine, Grid.AffineSource.SFORM);
    int[] labels = new int[VOXELS];
    for (int i = 0; i < VOXELS; i++) {
      labels[i] = label.applyAsInt(i);
    }
    return Atlas.of(new Labels3D(grid, labels, name), LabelNames.NONE);
  }

  private static CutField cut(Atlas from, Atlas to) {
    return CutField.of(from, from.regions(), to, to.regions());
  }

  /** A frame of the field: Gaussian sources of 12 mm every 4 mm, and noise of every voxel. */
  private static double[][] frames(int count) {
    Seed.Stream random = Seed.of(5).stream("field");
    double[][] field = new double[VOXELS][count];
    for (int t = 0; t < count; t++) {
      double[] sources = new double[VOXELS];
      for (int s = 0; s < VOXELS; s++) {
        sources[s] = random.gaussian();
      }
      for (int v = 0; v < VOXELS; v++) {
        for (int s = 0; s < VOXELS; s++) {
          double d = (4 * s - 60 - 2 * v) / WIDTH;
          field[v][t] += Math.exp(-d * d / 2) * sources[s];
        }
        field[v][t] += 0.3 * random.gaussian();
      }
    }
    return field;
  }

  /** Means of regions in standard deviations, [region][frame]. */
  private static Matrix means(Atlas atlas, double[][] field) {
    int n = atlas.regions().size();
    int count = field[0].length;
    Matrix x = new Matrix(n, count);
    for (int r = 0; r < n; r++) {
      double squares = 0;
      for (int t = 0; t < count; t++) {
        double sum = 0;
        for (int v = 0; v < VOXELS; v++) {
          boolean inside = atlas.labels().labels()[v] == atlas.regions().get(r).label();
          sum += inside ? field[v][t] : 0;
        }
        x.set(r, t, sum);
        squares += sum * sum;
      }
      double size = Math.sqrt(squares / count);
      for (int t = 0; t < count; t++) {
        x.set(r, t, x.get(r, t) / size);
      }
    }
    return x;
  }

  private static Matrix correlation(Matrix x) {
    Matrix c = Products.multiplyTransposed(x, x);
    for (int i = 0; i < c.values().length; i++) {
      c.values()[i] /= x.columns();
    }
    return c;
  }

  private static double error(Matrix guess, Matrix truth) {
    double sum = 0;
    for (int i = 0; i < truth.values().length; i++) {
      sum += Math.pow(guess.values()[i] - truth.values()[i], 2);
    }
    return sum / truth.values().length;
  }

  @Test
  void anAtlasIsToldFromItselfExactly() {
    Atlas one = atlas("one", i -> 1 + i / 7);
    Matrix alike = correlation(means(one, frames(300)));
    SmoothField same = SmoothField.of(cut(one, one), alike);
    for (int i = 0; i < alike.rows(); i++) {
      for (int j = 0; j < alike.rows(); j++) {
        assertEquals(i == j ? 1 : 0, same.there().get(i, j), 1e-5);
        assertEquals(i == j ? 1 : 0, same.back().get(i, j), 1e-5);
      }
    }
  }

  @Test
  void regionsAreToldBetterFromWhereTheyLieThanFromSharesOfVoxels() {
    Atlas coarse = atlas("coarse", i -> 1 + i / 10);
    Atlas other = atlas("other", i -> 1 + (i + 5) / 10);
    double[][] field = frames(400);
    Matrix a = means(coarse, field);
    Matrix s = means(other, field);
    CutField cut = cut(coarse, other);
    SmoothField smooth = SmoothField.of(cut, correlation(s));
    assertTrue(smooth.width() >= 9 && smooth.width() <= 19, "width " + smooth.width());
    RegionTransfer shares = RegionTransfer.byVolumes(cut.overlap().volume(), "shares");
    double byPlaces = error(Products.multiply(smooth.there(), s), a);
    double byShares = error(Products.multiply(Matrix.of(shares.there()), s), a);
    assertTrue(byPlaces < 0.7 * byShares, byPlaces + " against " + byShares);
    byPlaces = error(Products.multiply(smooth.back(), a), s);
    byShares = error(Products.multiply(Matrix.of(shares.back()), a), s);
    assertTrue(byPlaces < 0.7 * byShares, byPlaces + " against " + byShares);
  }

  @Test
  void aRegionThatAnAtlasLacksGoesWithNothing() {
    Atlas one = atlas("one", i -> 1 + i / 10);
    Atlas less = atlas("less", i -> i < 50 ? 1 + i / 10 : 0);
    CutField cut = CutField.of(one, one.regions(), less, one.regions()); // the last has no voxel
    Matrix alike = correlation(means(one, frames(300)));
    SmoothField smooth = SmoothField.of(cut, alike);
    for (int i = 0; i < alike.rows(); i++) {
      assertEquals(0, smooth.there().get(i, alike.rows() - 1), 1e-9);
      assertTrue(Double.isFinite(smooth.back().get(alike.rows() - 1, i)));
    }
  }
}

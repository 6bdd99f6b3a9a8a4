package org.braindyn.ode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.DoubleUnaryOperator;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every solver must do. */
class SolverTest {
  private static final Tolerance TIGHT = new Tolerance(1e-10, 1e-12);
  private final Kernel kernel = Kernel.plain(Precision.DOUBLE);

  /** dy/dt = f(y) value by value, with derivative. */
  private record Scalar(DoubleUnaryOperator f, DoubleUnaryOperator slope, int n)
      implements Dynamics {
    @Override
    public void rate(int slot, Vec state, Vec rate) {
      for (int i = 0; i < n; i++) {
        rate.set(i, f.applyAsDouble(state.get(i)));
      }
    }

    @Override
    public void pull(int slot, Vec state, Vec gradRate, Vec gradState) {
      for (int i = 0; i < n; i++) {
        gradState.set(i, gradState.get(i) + gradRate.get(i) * slope.applyAsDouble(state.get(i)));
      }
    }
  }

  /** Logistic growth: y(t) = 1 / (1 + (1 / y0 - 1) e^-t). */
  private static final Scalar LOGISTIC = new Scalar(y -> y * (1 - y), y -> 1 - 2 * y, 2);

  private Vec solve(Solver solver, Dynamics f, double[] start, double dt, int steps) {
    Vec out = kernel.vec(start.length * steps);
    solver.forward(f, kernel.vec(start), start.length, dt, steps, out, false);
    return out;
  }

  private double error(String method, int steps) {
    Solver solver = new Solver(Methods.named(method), kernel, TIGHT);
    Vec out = solve(solver, LOGISTIC, new double[] {0.1, 0.7}, 2.0 / steps, steps);
    double exact = 1 / (1 + 9 * Math.exp(-2));
    return Math.abs(out.get((steps - 1) * 2) - exact);
  }

  @ParameterizedTest
  @CsvSource({"euler,1", "midpoint,2", "rk4,4"})
  void convergesWithItsOrder(String method, int order) {
    double measured = Math.log(error(method, 20) / error(method, 40)) / Math.log(2);
    assertEquals(order, measured, 0.15);
    assertEquals(order, Methods.named(method).order());
  }

  @Test
  void dopri5ConvergesWithOrderFiveAtFixedSteps() {
    Tableau t = Dopri5.TABLEAU;
    Tableau fixed = new Tableau("fixed", 5, t.a(), t.b(), null);
    double[] errors = new double[2];
    for (int k = 0; k < 2; k++) {
      int steps = 10 << k;
      Vec out =
          solve(
              new Solver(fixed, kernel, TIGHT),
              LOGISTIC,
              new double[] {0.1, 0.7},
              2.0 / steps,
              steps);
      errors[k] = Math.abs(out.get(2 * steps - 2) - 1 / (1 + 9 * Math.exp(-2)));
    }
    assertEquals(5, Math.log(errors[0] / errors[1]) / Math.log(2), 0.4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"euler", "midpoint", "rk4", "dopri5"})
  void tableauIsConsistent(String method) {
    Tableau t = Methods.named(method);
    double sum = 0;
    double error = 0;
    for (int i = 0; i < t.stages(); i++) {
      sum += t.b()[i];
      error += t.adaptive() ? t.error()[i] : 0;
    }
    assertEquals(1, sum, 1e-15);
    assertEquals(0, error, 1e-15);
  }

  @Test
  void adaptiveMeetsItsTolerance() {
    for (double tolerance : new double[] {1e-4, 1e-7, 1e-10}) {
      Solver solver = new Solver(Dopri5.TABLEAU, kernel, new Tolerance(tolerance, tolerance / 100));
      Vec out = solve(solver, LOGISTIC, new double[] {0.1, 0.7}, 1, 3);
      double exact = 1 / (1 + 9 * Math.exp(-3));
      assertEquals(exact, out.get(4), 20 * tolerance);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rk4", "dopri5"})
  void goesBackWhereItCameFrom(String method) {
    Solver solver = new Solver(Methods.named(method), kernel, TIGHT);
    Vec there = solve(solver, LOGISTIC, new double[] {0.1, 0.7}, 0.01, 100);
    Scalar reversed = new Scalar(y -> -y * (1 - y), y -> 2 * y - 1, 2);
    double[] end = {there.get(198), there.get(199)};
    Vec back = solve(solver, reversed, end, 0.01, 100);
    assertEquals(0.1, back.get(198), 1e-9);
    assertEquals(0.7, back.get(199), 1e-9);
  }

  @Test
  void stiffEquationTakesManyStepsButEnds() {
    Scalar stiff = new Scalar(y -> -2000 * (y - 1), y -> -2000, 1);
    Solver solver = new Solver(Dopri5.TABLEAU, kernel, new Tolerance(1e-5, 1e-7));
    Vec out =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> solve(solver, stiff, new double[] {0}, 1, 1));
    assertEquals(1, out.get(0), 1e-4);
    assertTrue(solver.acceptedSteps() > 300, solver.acceptedSteps() + " steps");
  }

  @Test
  void tooManyStepsAreRefused() {
    Scalar stiff = new Scalar(y -> -1e9 * (y - 3), y -> -1e9, 1);
    refused(stiff, "steps");
  }

  @Test
  void blowUpEndsInAnErrorNotALoop() {
    refused(new Scalar(y -> y * y, y -> 2 * y, 1), "step");
    refused(new Scalar(y -> Double.NaN, y -> 0, 1), "step");
    refused(new Scalar(y -> y > 1.5 ? Double.NaN : 1, y -> 0, 1), "step");
  }

  private void refused(Scalar f, String said) {
    Solver solver = new Solver(Dopri5.TABLEAU, kernel, TIGHT);
    BadInput error =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> assertThrows(BadInput.class, () -> solve(solver, f, new double[] {1}, 2, 1)));
    assertTrue(error.getMessage().contains(said), error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"euler", "midpoint", "rk4", "dopri5"})
  void reverseIsTheGradientOfTheSteps(String method) {
    for (boolean keep : new boolean[] {true, false}) {
      Solver solver = new Solver(Methods.named(method), kernel, TIGHT);
      double[] start = {0.1, 0.7};
      int steps = 3;
      Vec out = kernel.vec(2 * steps);
      solver.forward(LOGISTIC, kernel.vec(start), 2, 0.4, steps, out, keep);
      Vec gradOut = kernel.vec(new double[] {1, 0.5, -2, 1, 0.25, 3});
      Vec gradStart = kernel.vec(2);
      solver.backward(LOGISTIC, gradOut, gradStart);
      for (int i = 0; i < 2; i++) {
        double difference = 0;
        for (int sign = -1; sign <= 1; sign += 2) {
          double[] moved = start.clone();
          moved[i] += sign * 1e-6;
          Vec y = solve(solver, LOGISTIC, moved, 0.4, steps);
          for (int k = 0; k < 2 * steps; k++) {
            difference += sign * gradOut.get(k) * y.get(k) / 2e-6;
          }
        }
        assertEquals(difference, gradStart.get(i), method.equals("dopri5") ? 1e-6 : 1e-8);
      }
    }
  }

  @Test
  void unknownMethod() {
    BadInput error = assertThrows(BadInput.class, () -> Methods.named("rk45"));
    assertTrue(error.getMessage().contains("dopri5"));
  }
}

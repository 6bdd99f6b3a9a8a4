package org.braindyn.masked.token;

/** Hands out numbers of tasks and lets their commits pass in the order of the numbers. */
final class Turns {
  private final int count;
  private int next;
  private int turn;
  private Throwable failure;

  Turns(int count) {
    this.count = count;
  }

  /** Takes tasks until none is left or one has failed. */
  void work(Worker worker, Team.Task task, Team.Task commit) {
    try {
      for (int i = take(); i >= 0; i = take()) {
        task.run(i, worker);
        if (!await(i)) {
          return;
        }
        commit.run(i, worker);
        pass();
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  private synchronized int take() {
    return failure == null && next < count ? next++ : -1;
  }

  /** Waits for the turn of task i; false if it will not come. */
  private synchronized boolean await(int i) {
    boolean interrupted = false;
    while (turn != i && failure == null) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return failure == null;
  }

  private synchronized void pass() {
    turn++;
    notifyAll();
  }

  private synchronized void fail(Throwable e) {
    if (failure == null) {
      failure = e;
    }
    notifyAll();
  }

  synchronized void rethrow() {
    if (failure instanceof RuntimeException) {
      throw (RuntimeException) failure;
    }
    if (failure != null) {
      throw (Error) failure;
    }
  }
}

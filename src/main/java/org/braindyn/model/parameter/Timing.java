package org.braindyn.model.parameter;

/** Where a model's time goes, in processor seconds summed over workers. */
public final class Timing {
  private long encoder;
  private long messages;
  private long field;

  public void addEncoder(long nanos) {
    encoder += nanos;
  }

  public void addMessages(long nanos) {
    messages += nanos;
  }

  public void addField(long nanos) {
    field += nanos;
  }

  public void add(Timing other) {
    encoder += other.encoder;
    messages += other.messages;
    field += other.field;
  }

  /** Histories to stalks. */
  public double encoderSeconds() {
    return encoder * 1e-9;
  }

  /** Messages between regions. */
  public double messageSeconds() {
    return messages * 1e-9;
  }

  /** The differential equation; in the continuous variant without its messages. */
  public double fieldSeconds() {
    return (field - messages) * 1e-9;
  }
}

package org.vigie.pipeline.count;

import java.io.Serializable;
import java.util.ArrayList;
import org.apache.flink.api.common.accumulators.ListAccumulator;

/** A list that one thread adds to while others read it; what they get doesn't change. */
public final class ReadableList<T extends Serializable> extends ListAccumulator<T> {
  private static final long serialVersionUID = 1L;

  @Override
  public synchronized void add(T value) {
    super.add(value);
  }

  @Override
  public synchronized ArrayList<T> getLocalValue() {
    return new ArrayList<>(super.getLocalValue());
  }

  /** Flink adds up copies, which must be of one class. */
  @Override
  public ReadableList<T> clone() {
    ReadableList<T> copy = new ReadableList<>();
    getLocalValue().forEach(copy::add);
    return copy;
  }
}

package org.vigie.pipeline;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.vigie.pipeline.index.IndexChange;

/**
 * Runs an operator that changes the index. Flink's own harness takes the kind of the first change
 * for that of all.
 *
 * @param <K> the key
 * @param <T> what comes in
 */
public class IndexHarness<K, T> extends KeyedOneInputStreamOperatorTestHarness<K, T, IndexChange> {
  public IndexHarness(
      OneInputStreamOperator<T, IndexChange> operator,
      KeySelector<T, K> key,
      TypeInformation<K> typeOfKey)
      throws Exception {
    super(operator, key, typeOfKey);
  }

  /**
   * Makes one of a job that could be larger.
   *
   * @param groups groups of keys
   */
  public IndexHarness(
      OneInputStreamOperator<T, IndexChange> operator,
      KeySelector<T, K> key,
      TypeInformation<K> typeOfKey,
      int groups)
      throws Exception {
    super(operator, key, typeOfKey, groups, 1, 0);
  }

  /** Returns what writes changes of any kind. */
  public static TypeSerializer<IndexChange> serializer() {
    return TypeInformation.of(IndexChange.class).createSerializer(new SerializerConfigImpl());
  }

  @Override
  public void setup(@Nullable TypeSerializer<IndexChange> given) {
    super.setup(given == null ? serializer() : given);
  }
}

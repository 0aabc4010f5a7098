package org.vigie.pipeline.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

class LocalCountsTest {
  private static final JobID JOB = new JobID(7, 7);

  /** Counts what passes, and lists it. */
  private static final class Step extends ProcessFunction<String, String> {
    private static final long serialVersionUID = 1L;
    private final LongCounter passed = new LongCounter();
    private final ReadableList<String> words = new ReadableList<>();

    @Override
    public void open(OpenContext context) {
      LocalCounts.add(getRuntimeContext(), "passed", passed);
      LocalCounts.add(getRuntimeContext(), "words", words);
    }

    @Override
    public void processElement(String word, Context context, Collector<String> out) {
      passed.add(1);
      words.add(word);
    }
  }

  @Test
  void addsUpWhatTheInstancesOfAStepHaveCountedAsSoonAsTheyHave() throws Exception {
    try (LocalCounts counts = LocalCounts.of(JOB);
        var first = stepOf(JOB);
        var second = stepOf(JOB)) {
      first.processElement("a", 0);
      second.processElement("b", 0);
      second.processElement("c", 0);

      assertThat(counts.values()).isEqualTo(Map.of("passed", 3L, "words", List.of("a", "b", "c")));
    }
  }

  @Test
  void knowsNothingOfAnotherJobNorOfStepsThatBeganBeforeItOrAfterItsEnd() throws Exception {
    try (var before = stepOf(JOB)) {
      LocalCounts counts = LocalCounts.of(JOB);
      try (var other = stepOf(new JobID(7, 8));
          var own = stepOf(JOB)) {
        counts.close();
        try (var after = stepOf(JOB)) {
          for (var step : List.of(before, other, own, after)) {
            step.processElement("a", 0);
          }
        }
      }

      assertThat(counts.values()).isEqualTo(Map.of("passed", 1L, "words", List.of("a")));
    }
  }

  @Test
  void aListThatWasReadStaysAsItWasAndItsCopyIsOfOneClassWithIt() {
    ReadableList<String> words = new ReadableList<>();
    words.add("a");
    List<String> read = words.getLocalValue();
    ReadableList<String> copy = words.clone();
    words.add("b");

    copy.merge(words);

    assertThat(read).containsExactly("a");
    assertThat(copy.getLocalValue()).containsExactly("a", "a", "b");
  }

  private static OneInputStreamOperatorTestHarness<String, String> stepOf(JobID job)
      throws Exception {
    var step =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new Step()), new MockEnvironmentBuilder().setJobID(job).build());
    step.open();
    return step;
  }
}

package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.Test;

class NetworkMemoryTest {
  @Test
  void stepsOfOneThreadNeedNoneBetweenThem() {
    assertThat(NetworkMemory.of(graph(2, false)).getBytes()).isEqualTo(NetworkMemory.BUFFER);
  }

  @Test
  void aWayHasTheBuffersOfItsChannelsAndTheFloatingOnesOfBothEnds() {
    // Two instances to two: 4 channels of 2 at either end; 4 instances that float 8 each.
    assertThat(NetworkMemory.of(graph(2, true)).getBytes())
        .isEqualTo((1 + 16 + 32) * NetworkMemory.BUFFER);
  }

  @Test
  void manyInstancesHaveWhatTheyCanNotStartWithout() {
    // 128 to 128: 16,384 channels of 2 where they are read and 1 where they are written.
    assertThat(NetworkMemory.of(graph(128, true)).getBytes())
        .isEqualTo((1L + 3 * 16_384 + 256) * NetworkMemory.BUFFER);
  }

  @Test
  void aJobOfManyInstancesStartsWithIt() throws Exception {
    Configuration settings = new Configuration();
    MemorySize memory = NetworkMemory.of(graph(32, true));
    settings.set(TaskManagerOptions.MEMORY_SEGMENT_SIZE, new MemorySize(NetworkMemory.BUFFER));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, memory);
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, memory);
    assertThat(memory).isEqualTo(MemorySize.ofMebiBytes(64));

    assertThat(environment(32, true, settings).execute().isJobExecutionResult()).isTrue();
  }

  private static StreamGraph graph(int instances, boolean keyed) {
    return environment(instances, keyed, new Configuration()).getStreamGraph();
  }

  private static StreamExecutionEnvironment environment(
      int instances, boolean keyed, Configuration settings) {
    var env = StreamExecutionEnvironment.createLocalEnvironment(instances, settings);
    var numbers = env.fromSequence(1, 1_000);
    (keyed ? numbers.keyBy(number -> number % 7) : numbers).sinkTo(new DiscardingSink<>());
    return env;
  }
}

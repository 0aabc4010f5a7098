package org.vigie.pipeline.topic;

/**
 * A topic and where it lies.
 *
 * @param brokers {@code HOST:PORT}, several with commas between
 * @param topic its name
 */
public record TopicAddress(String brokers, String topic) {
  @Override
  public String toString() {
    return "kafka:" + brokers + "/" + topic;
  }
}

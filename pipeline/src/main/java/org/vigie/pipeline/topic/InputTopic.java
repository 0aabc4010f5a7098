package org.vigie.pipeline.topic;

import java.io.Serializable;
import java.time.Instant;
import org.vigie.advert.ContentId;
import org.vigie.advert.Mandate;
import org.vigie.pipeline.intake.InputManifest;

/**
 * One topic that a workspace reads, from its beginning and without an end.
 *
 * @param id {@code t-} and 20 hexadecimal digits, derived from brokers and topic
 * @param brokers {@code HOST:PORT}, several with commas between
 * @param topic its name
 * @param mandate id of the mandate under which it was accepted
 * @param acceptedAt when it was accepted: the time of adverts that give none
 */
public record InputTopic(
    String id, String brokers, String topic, String mandate, Instant acceptedAt)
    implements Serializable {

  static InputTopic of(TopicAddress address, Mandate mandate, Instant acceptedAt) {
    return new InputTopic(
        ContentId.of("t-", address.brokers(), address.topic()),
        address.brokers(),
        address.topic(),
        mandate.id(),
        acceptedAt);
  }

  /** Returns what adverts of a partition are said to come from. */
  InputManifest manifest(int partition) {
    return new InputManifest(
        id,
        topic,
        "kafka:" + topic + "/" + partition,
        0,
        InputManifest.Layout.lines(topic),
        new InputManifest.Acceptance(mandate, acceptedAt));
  }
}

package org.vigie.pipeline;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.vigie.advert.Alert;
import org.vigie.advert.DeadLetter;
import org.vigie.pipeline.alert.WithholdAlerts;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.topic.TopicAddress;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.pipeline.topic.TopicLine;
import org.vigie.pipeline.topic.TopicLines;
import org.vigie.search.document.RecordJson;

/** The steps that hand alerts and dead letters to topics. */
final class TopicSteps {
  private final TopicEnds ends;

  TopicSteps(TopicEnds ends) {
    this.ends = ends;
  }

  /** An alert that no longer holds is a message without a value: its key is to be forgotten. */
  void alerts(TopicAddress topic, DataStream<IndexChange> all) {
    DataStream<IndexChange> changes = all;
    if (!ends.withheld().isEmpty()) {
      changes =
          all.process(new WithholdAlerts(ends.withheld()))
              .returns(TypeInformation.of(IndexChange.class))
              .setParallelism(1)
              .name("withhold alerts")
              .uid(WithholdAlerts.UID);
    }
    changes
        // Changes of one alert stay in their order.
        .keyBy(IndexChange::key)
        .filter(IndexChange::isOfAlert)
        .name("changes of alerts")
        .uid("changes-of-alerts")
        .map(TopicSteps::line)
        .returns(TypeInformation.of(TopicLine.class))
        .name("alerts as messages")
        .uid("alerts-as-messages")
        .sinkTo(TopicLines.sink(topic, ends.settings()))
        .name("alerts to topic")
        .uid("alerts-to-topic");
  }

  void deadLetters(TopicAddress topic, DataStream<DeadLetter> dead) {
    dead.map((DeadLetter letter) -> line(letter))
        .returns(TypeInformation.of(TopicLine.class))
        .name("dead letters as messages")
        .uid("dead-letters-as-messages")
        .sinkTo(TopicLines.sink(topic, ends.settings()))
        .name("dead letters to topic")
        .uid("dead-letters-to-topic");
  }

  private static TopicLine line(IndexChange change) {
    return new TopicLine(
        change.key(),
        change instanceof IndexChange.PutAlert(Alert alert) ? RecordJson.write(alert) : null);
  }

  private static TopicLine line(DeadLetter dead) {
    return new TopicLine(dead.container() + ":" + dead.position(), RecordJson.write(dead));
  }
}

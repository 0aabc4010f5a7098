package org.vigie.pipeline;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.vigie.advert.Advert;
import org.vigie.advert.DeadLetter;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.files.plugin.PluginSpec;
import org.vigie.pipeline.enrich.EnrichAdvert;
import org.vigie.pipeline.intake.ErasedAdverts;
import org.vigie.pipeline.intake.EventDays;
import org.vigie.pipeline.intake.InboxSource;
import org.vigie.pipeline.intake.Intake;
import org.vigie.pipeline.intake.IntakeFormat;
import org.vigie.pipeline.intake.SortIntake;
import org.vigie.pipeline.intake.TemplateFolders;
import org.vigie.pipeline.intake.WriteDeadLetters;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.topic.InputTopic;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.pipeline.topic.TopicSource;
import org.vigie.pipeline.workspace.Workspace;

/** The steps that read inputs and topics as adverts, and write down what can't be read. */
final class IntakeSteps {
  private final Workspace workspace;
  private final RunConfig config;
  private final List<InputTopic> topics;
  private final TopicEnds ends;
  private final PluginSet plugins;

  IntakeSteps(
      Workspace workspace,
      RunConfig config,
      List<InputTopic> topics,
      TopicEnds ends,
      PluginSet plugins) {
    this.workspace = workspace;
    this.config = config;
    this.topics = List.copyOf(topics);
    this.ends = ends;
    this.plugins = plugins;
  }

  /** Returns the adverts that are read, with all else that inputs tell beside them. */
  SingleOutputStreamOperator<Advert> sorted(StreamExecutionEnvironment env, int readers)
      throws IOException {
    ErasedAdverts erased = ErasedAdverts.of(workspace);
    TemplateFolders templates = TemplateFolders.of(workspace, config.models());
    InboxSource source =
        new InboxSource(
            workspace.inbox(),
            new IntakeFormat(workspace.inbox(), templates, erased, plugins, Clock.systemUTC()));
    DataStream<Intake> intake =
        env.fromSource(
                source,
                WatermarkStrategy.noWatermarks(),
                "read inputs",
                TypeInformation.of(Intake.class))
            .setParallelism(readers)
            .uid("read-inputs")
            // Not in the source: there nobody tells a reader that has finished its files idle.
            .assignTimestampsAndWatermarks(EventDays.watermarks(config.horizon()))
            .setParallelism(readers)
            .name("days of inputs")
            .uid("days-of-inputs");
    for (InputTopic topic : topics) {
      intake = intake.union(TopicSource.attach(env, topic, templates, erased, ends.settings()));
    }
    SingleOutputStreamOperator<Advert> adverts =
        intake
            .process(new SortIntake(workspace.inbox()))
            .returns(TypeInformation.of(Advert.class))
            // As what it reads: so no network lies between.
            .setParallelism(topics.isEmpty() ? readers : env.getParallelism())
            .name("sort intake")
            .uid(SortIntake.UID);
    return adverts;
  }

  /** Where nobody adds anything there is no such step. */
  SingleOutputStreamOperator<Advert> enriched(SingleOutputStreamOperator<Advert> adverts) {
    List<PluginSpec> enrichers = plugins.of(PluginKind.ENRICHER);
    if (enrichers.isEmpty()) {
      return adverts;
    }
    return adverts
        .process(new EnrichAdvert(enrichers))
        .returns(TypeInformation.of(Advert.class))
        .setParallelism(adverts.getParallelism())
        .name("enrich adverts")
        .uid(EnrichAdvert.UID);
  }

  void writeDeadLetters(
      SingleOutputStreamOperator<Advert> adverts, SingleOutputStreamOperator<Advert> enriched) {
    DataStream<DeadLetter> dead = adverts.getSideOutput(SortIntake.DEAD_LETTERS);
    if (!plugins.of(PluginKind.ENRICHER).isEmpty()) {
      dead = dead.union(enriched.getSideOutput(SortIntake.DEAD_LETTERS));
    }
    dead.process(new WriteDeadLetters(workspace.deadLetters()))
        .setParallelism(1)
        .name("write dead letters")
        .uid(WriteDeadLetters.UID)
        .sinkTo(new DiscardingSink<>())
        .setParallelism(1)
        .name("dead letters")
        .uid("end-of-dead-letters");
    DataStream<DeadLetter> all = dead;
    ends.deadLetters().ifPresent(topic -> new TopicSteps(ends).deadLetters(topic, all));
  }
}

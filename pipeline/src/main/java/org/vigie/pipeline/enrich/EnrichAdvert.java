package org.vigie.pipeline.enrich;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.DeadLetter;
import org.vigie.advert.Provenance;
import org.vigie.files.plugin.PluginFault;
import org.vigie.files.plugin.PluginJson;
import org.vigie.files.plugin.PluginProcess;
import org.vigie.files.plugin.PluginSpec;
import org.vigie.pipeline.count.LocalCounts;
import org.vigie.pipeline.intake.SortIntake;
import org.vigie.pipeline.metric.CountByLabel;
import org.vigie.pipeline.metric.StreamMetric;

/**
 * Asks enrichers for fields of each advert, one after another. An advert that one can't tell of
 * goes on without, and a dead letter says so; of an enricher that is asked no more one says it
 * once, and a count tells of how many adverts. Without state.
 */
@SuppressWarnings("NullAway.Init") // Flink sets up an instance before it hands it anything
public final class EnrichAdvert extends ProcessFunction<Advert, Advert> {
  private static final long serialVersionUID = 1L;

  /** Names this operator in a savepoint. */
  public static final String UID = "enrich-adverts";

  /** Accumulator: dead letters of this step; a chain of steps has each name once. */
  public static final String DEAD = "plugin-dead-letters";

  private final ArrayList<PluginSpec> specs;
  private final LongCounter dead = new LongCounter();
  private transient List<PluginProcess> enrichers;
  private transient Set<String> given;
  private transient CountByLabel asked;
  private transient CountByLabel passedOver;
  private transient CountByLabel letters;

  public EnrichAdvert(List<PluginSpec> specs) {
    this.specs = new ArrayList<>(specs);
  }

  @Override
  public void open(OpenContext context) {
    LocalCounts.add(getRuntimeContext(), DEAD, dead);
    enrichers = specs.stream().map(PluginProcess::new).toList();
    given = new HashSet<>();
    String[] names = specs.stream().map(PluginSpec::name).toArray(String[]::new);
    var operator = getRuntimeContext().getMetricGroup();
    asked = new CountByLabel(StreamMetric.PLUGIN_ASKED, operator, names);
    passedOver = new CountByLabel(StreamMetric.PLUGIN_PASSED_OVER, operator, names);
    letters = new CountByLabel(StreamMetric.DEAD_LETTERS, operator);
  }

  @Override
  public void close() {
    if (enrichers != null) {
      enrichers.forEach(PluginProcess::close);
    }
  }

  @Override
  public void processElement(Advert advert, Context context, Collector<Advert> out) {
    Advert enriched = advert;
    for (PluginProcess enricher : enrichers) {
      enriched = ask(enricher, enriched, context);
    }
    out.collect(enriched);
  }

  private Advert ask(PluginProcess enricher, Advert advert, Context context) {
    String name = enricher.spec().name();
    if (enricher.isStopped() && given.contains(name)) {
      passedOver.add(name);
      return advert;
    }
    asked.add(name);
    ObjectNode question = PluginJson.object().put("do", "enrich");
    question.set("advert", PluginJson.of(advert));
    try {
      @Nullable Advert enriched = EnrichedFields.add(advert, name, enricher.ask(question));
      if (enriched == null) {
        throw enricher.malformed(
            "must add fields with names of its own, none that the site alone says such as author,"
                + " contact or age, and short values, but didn't");
      }
      return enriched;
    } catch (PluginFault e) {
      passedOver.add(name);
      if (e.kind() == PluginFault.Kind.STOPPED) {
        given.add(name);
      }
      tell(advert, e, context);
      return advert;
    }
  }

  private void tell(Advert advert, PluginFault fault, Context context) {
    Provenance place = advert.provenance();
    dead.add(1);
    letters.add(fault.kind().label());
    context.output(
        SortIntake.DEAD_LETTERS,
        new DeadLetter(
            place == null ? "" : place.container(),
            place == null ? 0 : place.position(),
            fault.kind().label(),
            "%s; advert %s goes on without".formatted(fault.getMessage(), advert.id()),
            ""));
  }
}

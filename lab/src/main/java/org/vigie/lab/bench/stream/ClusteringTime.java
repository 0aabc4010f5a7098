package org.vigie.lab.bench.stream;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.StreamFlatMap;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.vigie.advert.Advert;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.pipeline.neardup.NearDuplicateConfig;
import org.vigie.pipeline.neardup.PairNearDuplicates;
import org.vigie.pipeline.neardup.SignAdvert;
import org.vigie.pipeline.neardup.SignedAdvert;
import org.vigie.pipeline.state.Horizon;
import org.vigie.world.World;
import org.vigie.world.WorldSpec;

/** Microseconds of one thread's CPU for an advert of a realistic mix, each time from nothing. */
public final class ClusteringTime {
  private final Path models;
  private final List<Advert> adverts;
  private final List<SignedAdvert> signed = new ArrayList<>();

  /**
   * @param models folder of the taxonomy and the models
   * @param count of invented adverts, at least 100
   */
  public ClusteringTime(Path models, int count) throws Exception {
    this.models = models;
    adverts = World.generate(new WorldSpec(1, count)).adverts().toList();
    try (OneInputStreamOperatorTestHarness<Advert, SignedAdvert> sign =
        new OneInputStreamOperatorTestHarness<>(
            new StreamFlatMap<>(
                new SignAdvert<Advert>(NearDuplicateConfig.defaults(), advert -> advert)))) {
      sign.open();
      for (Advert advert : adverts) {
        sign.processElement(new StreamRecord<>(advert));
      }
      signed.addAll(sign.extractOutputValues());
    }
  }

  /** Returns that of signing, pairing and joining by the job's operators. */
  public double clustering() throws Exception {
    try (ClusterStages stages = new ClusterStages(models)) {
      return micros(stages);
    }
  }

  /** Returns that of the plain loop. */
  public double plainLoop() throws Exception {
    return micros(new PlainMinHashLoop(adverts.size()));
  }

  /** Returns that of pairing alone, by the job's operator, of adverts that are signed. */
  public double pairing() throws Exception {
    System.gc();
    try (KeyedOneInputStreamOperatorTestHarness<Integer, SignedAdvert, NearDuplicateLink> pair =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(
                new PairNearDuplicates(NearDuplicateConfig.defaults(), Horizon.defaults())),
            unused -> PairNearDuplicates.KEY,
            Types.INT)) {
      pair.open();
      long before = cpu();
      for (SignedAdvert advert : signed) {
        pair.processElement(new StreamRecord<>(advert));
        pair.getOutput().clear();
      }
      return (cpu() - before) / 1e3 / adverts.size();
    }
  }

  private double micros(Clustering clustering) throws Exception {
    System.gc();
    long before = cpu();
    for (Advert advert : adverts) {
      clustering.take(advert);
    }
    return (cpu() - before) / 1e3 / adverts.size();
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}

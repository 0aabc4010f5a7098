package org.vigie.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.pipeline.busy.BusyTime;
import org.vigie.pipeline.busy.Stage;

/** Reads an advert for contacts, language, indicators and risk. Without state. */
final class AssessAdvert extends RichMapFunction<Advert, AssessedAdvert> {
  private static final long serialVersionUID = 1L;

  private final String models;
  private final BusyTime busy = new BusyTime(Stage.CLASSIFY);
  private transient AdvertAssessor assessor;

  AssessAdvert(Path models) {
    this.models = models.toString();
  }

  @Override
  public void open(OpenContext context) throws IOException {
    busy.register(getRuntimeContext());
    assessor = AdvertAssessor.load(Path.of(models));
  }

  @Override
  public AssessedAdvert map(Advert advert) {
    long start = System.nanoTime();
    AssessedAdvert assessed = assessor.assess(advert);
    busy.add(System.nanoTime() - start);
    return assessed;
  }
}

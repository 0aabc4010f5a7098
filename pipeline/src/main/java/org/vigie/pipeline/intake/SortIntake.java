package org.vigie.pipeline.intake;

import java.nio.file.Path;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.vigie.advert.Advert;
import org.vigie.advert.DeadLetter;
import org.vigie.advert.Observation;
import org.vigie.advert.PictureHash;
import org.vigie.pipeline.busy.BusyTime;
import org.vigie.pipeline.busy.Stage;
import org.vigie.pipeline.count.LocalCounts;
import org.vigie.pipeline.count.ReadableList;

/**
 * Parts adverts from observations, pictures' hashes and dead letters, and says which inputs are
 * read to their end.
 *
 * <p>State: ids of finished inputs, split over the instances. End of life: the workspace's; one id
 * an input.
 */
@SuppressWarnings("NullAway.Init") // Flink sets up an instance before it hands it anything
public final class SortIntake extends ProcessFunction<Intake, Advert>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "sort-intake";

  /** Side output of what could not be read. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

  /** Side output of what became of adverts. */
  public static final OutputTag<Observation> OBSERVATIONS =
      new OutputTag<>("observations", TypeInformation.of(Observation.class));

  /** Side output of pictures' hashes. */
  public static final OutputTag<PictureHash> PICTURES =
      new OutputTag<>("pictures", TypeInformation.of(PictureHash.class));

  /** Accumulator: ids of finished inputs, those of former runs too. */
  public static final String FINISHED = "finished-inputs";

  /** Accumulator: bytes of input read in this run. */
  public static final String BYTES = "bytes-read";

  /** Accumulator: adverts read in this run. */
  public static final String ADVERTS = "adverts-read";

  /** Accumulator: dead letters of this run. */
  public static final String DEAD = "dead-letters";

  /** Accumulator: pages of this run that hold no advert, such as listings and redirects. */
  public static final String WITHOUT_ADVERT = "pages-without-advert";

  private static final ListStateDescriptor<String> FINISHED_INPUTS =
      new ListStateDescriptor<>("finished-inputs", String.class);

  private final String inbox;
  private final ReadableList<String> finished = new ReadableList<>();
  private final BusyTime busy = new BusyTime(Stage.EXTRACT);
  private final LongCounter bytes = new LongCounter();
  private final LongCounter adverts = new LongCounter();
  private final LongCounter dead = new LongCounter();
  private final LongCounter withoutAdvert = new LongCounter();
  private transient ListState<String> state;
  private transient IntakeFigures figures;

  /**
   * @param inbox folder of the manifests of accepted inputs
   */
  public SortIntake(Path inbox) {
    this.inbox = inbox.toString();
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    state = context.getOperatorStateStore().getListState(FINISHED_INPUTS);
  }

  @Override
  public void open(OpenContext context) throws Exception {
    busy.register(getRuntimeContext());
    LocalCounts.add(getRuntimeContext(), FINISHED, finished);
    LocalCounts.add(getRuntimeContext(), BYTES, bytes);
    LocalCounts.add(getRuntimeContext(), ADVERTS, adverts);
    LocalCounts.add(getRuntimeContext(), DEAD, dead);
    LocalCounts.add(getRuntimeContext(), WITHOUT_ADVERT, withoutAdvert);
    for (String id : state.get()) {
      finished.add(id);
    }
    figures = new IntakeFigures(getRuntimeContext(), Path.of(inbox), finished);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    // the list state is kept current as inputs finish
  }

  @Override
  public void processElement(Intake intake, Context context, Collector<Advert> out)
      throws Exception {
    bytes.add(intake.cost().bytes());
    figures.count(intake);
    busy.add(intake.cost().nanoseconds());
    if (intake.advert() != null) {
      adverts.add(1);
      out.collect(intake.advert());
    } else if (intake.observation() != null) {
      context.output(OBSERVATIONS, intake.observation());
    } else if (intake.picture() != null) {
      context.output(PICTURES, intake.picture());
    } else if (intake.deadLetter() != null) {
      dead.add(1);
      context.output(DEAD_LETTERS, intake.deadLetter());
    } else if (intake.isWithoutAdvert()) {
      withoutAdvert.add(1);
    } else if (intake.news() == Intake.News.FINISHED) {
      state.add(intake.finishedInput());
      finished.add(intake.finishedInput());
    }
  }
}

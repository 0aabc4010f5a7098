package org.vigie.casework.erase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Sighting;
import org.vigie.casework.rescore.Rescoring;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.frontier.FrontierErasure;
import org.vigie.crawler.frontier.FrontierReport;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.erase.SourceErasure;
import org.vigie.pipeline.erase.TraceFinder;
import org.vigie.pipeline.erase.Traces;
import org.vigie.pipeline.fault.ErasureFailpoint;
import org.vigie.pipeline.intake.ErasedAdverts;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.TemplateFolders;
import org.vigie.pipeline.standalone.ClusterFolder;
import org.vigie.pipeline.topic.InputTopic;
import org.vigie.pipeline.topic.InputTopics;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.pipeline.workspace.WorkspaceInUseException;
import org.vigie.pipeline.workspace.WorkspaceLock;
import org.vigie.search.AdvertIndex;
import org.vigie.search.NoIndexException;

/**
 * Takes adverts out of all of a workspace (Directive (EU) 2016/680, Art. 16): captures and inputs
 * that lie in it, what a crawl remembers, index, state, what people noted, exports.
 *
 * <p>The sources are rewritten, and index and state are made anew from them: so what is left is
 * what a workspace holds that never had these adverts. The workspace is held meanwhile.
 */
public final class Erasure implements AutoCloseable {
  private final Workspace workspace;
  private final Path models;
  private final Rebuild rebuild;
  private final WorkspaceLock lock;
  private final @Nullable FrontierErasure frontier;

  /** Reads all accepted inputs of a workspace into it. */
  @FunctionalInterface
  public interface Rebuild {
    void read(Workspace into, Path models) throws IOException, InterruptedException;
  }

  private Erasure(
      Workspace workspace,
      Path models,
      Rebuild rebuild,
      WorkspaceLock lock,
      @Nullable FrontierErasure frontier) {
    this.workspace = workspace;
    this.models = models;
    this.rebuild = rebuild;
    this.lock = lock;
    this.frontier = frontier;
  }

  /**
   * Takes hold of a workspace.
   *
   * @param models folder of the models that index and state are made with
   * @throws WorkspaceInUseException if a run, a cluster or a crawl works in it
   */
  public static Erasure in(Workspace workspace, Path models, Rebuild rebuild) throws IOException {
    WorkspaceLock lock = WorkspaceLock.take(workspace);
    try {
      if (ClusterFolder.of(workspace).hasJob()) {
        throw new WorkspaceInUseException(workspace.root());
      }
      return new Erasure(workspace, models, rebuild, lock, frontier(workspace));
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static @Nullable FrontierErasure frontier(Workspace workspace) throws IOException {
    Path folder = Crawl.frontierOf(workspace.captures());
    if (!FrontierReport.isThere(folder)) {
      return null;
    }
    try {
      return FrontierErasure.open(folder);
    } catch (IOException e) {
      WorkspaceInUseException inUse = new WorkspaceInUseException(workspace.root());
      inUse.addSuppressed(e);
      throw inUse;
    }
  }

  /**
   * Looks for all that is to be erased. Nothing is promised yet: {@link #begin} or {@link #drop}
   * comes next.
   *
   * @throws IllegalArgumentException if the workspace reads topics, or nothing is known of one of
   *     the adverts
   */
  public ErasureJournal look(ErasureOrder order) throws IOException {
    requireFilesAlone(workspace);
    drop();
    Files.createDirectories(workspace.erasure());
    try {
      return find(order);
    } catch (IOException | RuntimeException e) {
      drop();
      throw e;
    }
  }

  /**
   * Writes down what is to be erased. From here on the erasure will be done, by this process or by
   * another.
   */
  public void begin(ErasureJournal journal) throws IOException {
    journal.write(workspace);
    ErasureFailpoint.PLANNED.reach();
  }

  /** Forgets what was looked for. */
  public void drop() throws IOException {
    ErasureJournal.forget(workspace);
  }

  private ErasureJournal find(ErasureOrder order) throws IOException {
    List<String> addresses = new ArrayList<>();
    GoneWith gone = GoneWith.nothing();
    Set<String> unknown = new TreeSet<>(order.adverts());
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      for (String advert : order.adverts()) {
        if (index.findAdvert(advert).isPresent()) {
          unknown.remove(advert);
        }
        index.findSighting(advert).map(Sighting::urls).ifPresent(addresses::addAll);
      }
      gone = GoneWith.of(index, order.adverts());
    } catch (NoIndexException e) {
      // Inputs may have been accepted and not been read.
    }
    Traces traces =
        new TraceFinder(
                workspace,
                TemplateFolders.of(workspace, models).read(),
                order.adverts(),
                Objects.requireNonNullElse(order.before(), Instant.MIN))
            .find(addresses, workspace.erasure());
    unknown.removeAll(traces.adverts());
    unknown.removeAll(ErasedAdverts.of(workspace).ids());
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "each advert to erase must be known, but no input holds %s; ids are those that ./vigie search prints"
              .formatted(String.join(", ", unknown)));
    }
    return new ErasureJournal(order, traces, gone);
  }

  /**
   * Requires that a workspace can be made anew.
   *
   * @throws IllegalArgumentException if it reads a topic
   */
  public static void requireFilesAlone(Workspace workspace) throws IOException {
    List<InputTopic> topics = new InputTopics(workspace, Clock.systemUTC()).accepted();
    if (!topics.isEmpty()) {
      throw new IllegalArgumentException(
          "a workspace must read files and captures alone to be made anew without an advert, but this one reads topic %s, which has no end; delete the messages in the topic, write the ids to erased.txt of an empty workspace, and read the topic there"
              .formatted(topics.getFirst().topic()));
    }
  }

  /**
   * Erases what is written down; cut short, it begins anew when it is called again.
   *
   * @param letters is told the id of each letter of a partner before it goes
   * @return files of the workspace that still name an erased advert or its address, and are left to
   *     a person
   */
  public List<String> carryOut(ErasureJournal journal, Consumer<String> letters)
      throws IOException, InterruptedException {
    List<String> adverts = journal.order().adverts();
    Collection<String> addresses = journal.traces().addresses();
    boolean forGood = journal.order().before() == null;
    ErasedAdverts.add(workspace, adverts, forGood ? ErasedAdverts.FOR_GOOD : journal.order().at());
    new SourceErasure(workspace).erase(journal.traces(), workspace.erasure(), journal.order().at());
    if (frontier != null && !addresses.isEmpty()) {
      // Who asked to be erased isn't to be collected again; that time was up is nobody's wish.
      if (forGood) {
        frontier.erase(addresses);
      } else {
        frontier.forget(addresses);
      }
    }
    ErasureFailpoint.SOURCES_ERASED.reach();
    makeAnew();
    boolean alone = DatabaseErasure.erase(workspace.database(), adverts, journal.gone(), addresses);
    List<String> wanted = new ArrayList<>(adverts);
    wanted.addAll(addresses);
    wanted.addAll(journal.gone().alerts());
    wanted.addAll(journal.gone().clusters());
    List<String> left = new ArrayList<>();
    if (forGood) {
      // A letter's own last day is its partner's to say; that of our advert doesn't end it.
      new LetterErasure(workspace.root(), wanted, journal.gone().contacts())
          .erase(letters)
          .forEach(file -> left.add(workspace.root().relativize(file) + OtherFiles.UNREAD));
    }
    wanted.addAll(journal.gone().contacts());
    left.addAll(OtherFiles.erase(workspace, wanted, new Inbox(workspace, Clock.systemUTC())));
    if (!alone) {
      left.add(workspace.root().relativize(workspace.database()) + "-wal");
    }
    ErasureFailpoint.ERASED.reach();
    ErasureJournal.forget(workspace);
    return left;
  }

  private void makeAnew() throws IOException, InterruptedException {
    if (Files.isDirectory(workspace.index())) {
      Rescoring rescoring = new Rescoring(workspace);
      rescoring.prepare(models, null);
      rebuild.read(rescoring.rescored(), rescoring.models());
      rescoring.complete();
      ErasureFailpoint.REBUILT.reach();
      rescoring.apply(models, () -> {});
    }
    // What was replaced holds what is erased; another outcome that waits may do so too.
    for (String former : List.of("replaced", "rescored")) {
      Path folder = workspace.root().resolve(former);
      if (Files.exists(folder)) {
        FolderTree.delete(folder);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      if (frontier != null) {
        frontier.close();
      }
    }
  }
}

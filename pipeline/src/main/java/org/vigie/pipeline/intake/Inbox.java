package org.vigie.pipeline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.capture.file.TableForm;
import org.vigie.files.plugin.PluginSpec;
import org.vigie.pipeline.lines.Utf8Stream;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The inputs a workspace has accepted: each once, durable before a run reads it.
 *
 * <p>An input is known by its content, format and mapping, so the same file is accepted once,
 * whatever it is called.
 */
public final class Inbox {
  /** What an input is called that has no name. */
  private static final String STREAM = "stdin";

  private final Workspace workspace;
  private final Clock clock;
  private final InputManifests manifests;
  private final Spool spool;
  private final FileTaker taker;
  private final FileAcceptance files;
  private final PluginSet plugins;
  private final boolean readsPictures;
  private final List<Path> passedOver = new ArrayList<>();

  /** An inbox that guesses how tables are written, and leaves plug-ins and pictures alone. */
  public Inbox(Workspace workspace, Clock clock) {
    this(workspace, clock, TableForm.guessed(), PluginSet.none(), null);
  }

  /**
   * Makes an inbox.
   *
   * @param form how texts and tables are written, as far as a person says so
   * @param plugins that read files and feeds
   * @param pictures reads those of adverts, or counts them; null if they aren't to be looked at
   */
  public Inbox(
      Workspace workspace,
      Clock clock,
      TableForm form,
      PluginSet plugins,
      @Nullable AdvertPictures pictures) {
    Path folder = workspace.inbox();
    this.workspace = workspace;
    this.clock = clock;
    this.plugins = plugins;
    readsPictures = pictures != null && pictures.reads();
    manifests = new InputManifests(folder);
    spool = new Spool(Spool.of(workspace));
    taker = new FileTaker(workspace, form, plugins, pictures);
    files = new FileAcceptance(manifests, taker, form, readsPictures, clock);
  }

  /**
   * Accepts a file, or every file below a folder whose format can be told. One of a folder that
   * can't be read is a dead letter that says why.
   *
   * @param fileOrFolder what to accept
   * @param csvMapping advert-v1 key → column, for CSV files
   * @param mandate under which it is read
   * @return the manifests of all inputs found there, also of those that were accepted before
   * @throws UnreadableInputException if it is missing, or is a file whose format can't be told, or
   *     a CSV file without the columns that are asked for
   */
  public List<InputManifest> accept(
      Path fileOrFolder, Map<String, String> csvMapping, Mandate mandate) throws IOException {
    if (!Files.isReadable(fileOrFolder)) {
      throw new UnreadableInputException(
          "the input must be a readable file or folder, but " + fileOrFolder + " is not");
    }
    if (!Files.isDirectory(fileOrFolder)) {
      FolderPictures beside = new FolderPictures(fileOrFolder.toAbsolutePath().resolveSibling(""));
      InputManifest accepted = acceptAny(fileOrFolder, csvMapping, mandate, true, beside);
      if (accepted == null) {
        throw new UnreadableInputException(unknownFormat(fileOrFolder));
      }
      return List.of(accepted);
    }
    List<InputManifest> accepted = new ArrayList<>();
    FolderPictures beside = new FolderPictures(fileOrFolder);
    for (Path file : FolderPictures.picturesLast(fileOrFolder)) {
      if (beside.isNamed(file)) {
        continue; // it was read with the advert that names it
      }
      InputManifest input = acceptOf(fileOrFolder, file, csvMapping, mandate, beside);
      if (input != null) {
        accepted.add(input);
      } else if (!readsPictures || !FolderPictures.isPicture(file)) {
        passedOver.add(file);
      }
    }
    if (accepted.isEmpty()) {
      throw new UnreadableInputException(
          "the folder must hold .jsonl, .csv or .warc files (also .gz) or other files that are read, but "
              + fileOrFolder
              + " holds none");
    }
    return accepted;
  }

  /** Accepts a file of a folder: whatever is wrong with it, the others are read. */
  private @Nullable InputManifest acceptOf(
      Path folder,
      Path file,
      Map<String, String> csvMapping,
      Mandate mandate,
      FolderPictures beside)
      throws IOException {
    String reason;
    try {
      return acceptAny(file, csvMapping, mandate, false, beside);
    } catch (UnreadableInputException e) {
      reason = String.valueOf(e.getMessage());
    } catch (AccessDeniedException e) {
      reason = "a file must be readable, but isn't";
    }
    String name = folder.relativize(file).toString();
    return files.accept(taker.unfit(file, name, reason, mandate.id(), clock.instant()), mandate);
  }

  /**
   * Accepts one file in whichever kind it is.
   *
   * @param alone whether a file of which nothing can be read is refused; else it is a dead letter,
   *     so that it doesn't stop the others of its folder
   * @param beside the pictures that it may name
   * @return null if its kind can't be told
   * @throws UnreadableInputException if it is refused, or is a CSV file without a column of texts
   */
  @Nullable InputManifest acceptAny(
      Path file,
      Map<String, String> csvMapping,
      Mandate mandate,
      boolean alone,
      FolderPictures beside)
      throws IOException {
    return files.accept(new FileAcceptance.Handed(file, csvMapping, mandate, alone, beside));
  }

  /**
   * Accepts what a plug-in gives without a file. The same again is the same input.
   *
   * @throws UnreadableInputException if no reader has that name
   */
  public InputManifest acceptFeed(String name, Mandate mandate) throws IOException {
    PluginSpec plugin =
        plugins
            .find(PluginKind.READER, name)
            .orElseThrow(() ->
                new UnreadableInputException(
                    "a feed must be a reader among the plug-ins (./vigie plugins list), but %s is none"
                        .formatted(name)));
    return files.accept(
        taker.ask(plugin, Path.of("plugin-" + name), "", mandate.id(), clock.instant()), mandate);
  }

  /** Returns whether pictures are read. */
  boolean readsPictures() {
    return readsPictures;
  }

  /** Returns what files were taken for that are of no format of the stream's own. */
  public List<TakenFile> taken() {
    return files.taken();
  }

  /** Accepts one file in a given format. */
  public InputManifest accept(
      Path file, InputFormat format, Map<String, String> csvMapping, Mandate mandate)
      throws IOException {
    return files.accept(file, format, csvMapping, mandate);
  }

  /**
   * Spools a stream into the workspace and accepts it, so that a run that is cut short can go on
   * without it.
   */
  public InputManifest acceptStream(
      InputStream in, InputFormat format, Map<String, String> csvMapping, Mandate mandate)
      throws IOException {
    InputManifest.Layout layout = new InputManifest.Layout(format, csvMapping, STREAM);
    InputManifest.Acceptance acceptance =
        new InputManifest.Acceptance(mandate.id(), clock.instant());
    Path kept =
        spool.keep(
            new Utf8Stream(in),
            part ->
                ErasedAdverts.of(workspace)
                    .emptyLines(
                        new InputManifest("", part.toString(), STREAM, 0, layout, acceptance)));
    return manifests.accept(kept, STREAM, layout, acceptance);
  }

  /**
   * Keeps a file of adverts of the schema advert-v1 in the workspace and accepts it, once however
   * often this is called.
   *
   * @param name what dead letters and provenance call it
   * @param mandate id of the mandate under which its adverts were collected
   * @param at when
   */
  public void acceptKept(Path file, String name, String mandate, Instant at) throws IOException {
    manifests.accept(
        spool.keep(file),
        name,
        InputManifest.Layout.lines(name),
        new InputManifest.Acceptance(mandate, at));
  }

  /** Accepts inputs as another workspace has accepted them, where they are. */
  public void acceptAll(List<InputManifest> inputs) throws IOException {
    for (InputManifest input : inputs) {
      manifests.write(input);
    }
  }

  /**
   * Names an input after the content that it has now, so that this counts as accepted and what it
   * was doesn't.
   */
  public void rename(InputManifest input) throws IOException {
    InputManifest renamed =
        manifests.accept(
            Path.of(input.path()), input.name(), input.layout(), input.acceptance(), input.from());
    if (!renamed.id().equals(input.id())) {
      manifests.delete(input.id());
    }
  }

  /**
   * Returns the files of accepted folders whose format could not be told, and so were not accepted.
   */
  public List<Path> passedOver() {
    return List.copyOf(passedOver);
  }

  /** Returns every accepted input, in order of ids. */
  public List<InputManifest> accepted() throws IOException {
    return manifests.all();
  }

  private static String unknownFormat(Path file) {
    return "the input must be a file of a kind that ./vigie run reads, and whole, but the format of "
        + file
        + " can't be told; if it is JSON Lines, CSV or WARC, name it with --format";
  }
}

package org.vigie.cli.command.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.capture.file.TableForm;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.intake.FolderWatch;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputFormat;
import org.vigie.pipeline.topic.InputTopics;
import org.vigie.pipeline.topic.TopicAddress;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Option;

/** What the stream is to read. */
public final class InputOptions {
  private static final String STANDARD_INPUT = "-";
  private static final String FEED = "plugin:";

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description =
          "JSON Lines, CSV or WARC file (gzip or not), a workbook, chat export, mail, saved page, PDF,"
              + " zip or other file that docs/reference/inputs.md names, a folder of them, - for standard input,"
              + " plugin:NAME for what a reader among the plug-ins gives, or"
              + " kafka:HOST:PORT/TOPIC (adverts or captures), which is read until Ctrl-C. May be"
              + " repeated")
  private List<String> inputs = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Format of the inputs: jsonl, csv or warc. Default: told by each file's name or"
              + " beginning; jsonl for standard input")
  private @Nullable InputFormat format;

  @Option(
      names = "--map",
      paramLabel = "KEY=COLUMN",
      description =
          "Which column, or which JSON pointer, holds what, such as text=description,title=name or"
              + " list=/data/ads,text=/body")
  private List<String> map = List.of();

  @Option(
      names = "--encoding",
      paramLabel = "CHARSET",
      description =
          "Charset of tables and texts, such as windows-1251. Default: guessed for each file")
  private String encoding = "";

  @Option(
      names = "--separator",
      paramLabel = "SIGN",
      description =
          "What parts the values of tables: comma, semicolon, tab, pipe, space or the sign itself."
              + " Default: guessed for each file")
  private String separator = "";

  /**
   * Returns how texts and tables are written, as far as somebody typed it.
   *
   * @throws UserError if no charset or separator has the name
   */
  public TableForm form() {
    if ((!encoding.isEmpty() || !separator.isEmpty())
        && (format != null || inputs.contains(STANDARD_INPUT))) {
      throw UserError.ofUsage(
          "--encoding and --separator need --input FILE, and go neither with --format nor with -");
    }
    return new TableForm(
        typed("--encoding", () -> TableForm.typed(encoding, "")).encoding(),
        typed("--separator", () -> TableForm.typed("", separator)).separator());
  }

  private static TableForm typed(String option, Supplier<TableForm> form) {
    try {
      return form.get();
    } catch (IllegalArgumentException e) {
      throw UserError.ofUsage(option + " " + SafeText.line(String.valueOf(e.getMessage())));
    }
  }

  /** Returns what the log of mandates says of them. */
  public String words() {
    return String.join(" ", inputs);
  }

  /** Returns whether a topic is among them. */
  public boolean nameTopics() {
    return inputs.stream().anyMatch(TopicWord::isMeant);
  }

  /** Returns if all can be read and are well named. */
  public void require(Environment environment) {
    CsvMapping.parse(map);
    form();
    for (String input : inputs) {
      if (input.startsWith(FEED)) {
        continue; // its name is looked for when all plug-ins are known
      }
      if (TopicWord.isMeant(input)) {
        TopicWord.parse("--input", input);
        continue;
      }
      Path path = environment.path(input);
      if (!input.equals(STANDARD_INPUT) && !Files.isReadable(path)) {
        throw UserError.ofInput(
            "--input must be a readable file or folder, but %s %s"
                .formatted(input, Files.exists(path) ? "isn't readable" : "doesn't exist"));
      }
    }
  }

  /** Returns the topics to read: those that the workspace reads already, and those asked for. */
  public List<TopicAddress> addresses(InputTopics topics) throws IOException {
    Set<TopicAddress> addresses = new LinkedHashSet<>();
    topics
        .accepted()
        .forEach(topic -> addresses.add(new TopicAddress(topic.brokers(), topic.topic())));
    inputs.stream()
        .filter(TopicWord::isMeant)
        .forEach(input -> addresses.add(TopicWord.parse("--input", input).address()));
    return List.copyOf(addresses);
  }

  /** Accepts the files among them. */
  public void accept(Environment environment, Inbox inbox, Mandate mandate) throws IOException {
    Map<String, String> mapping = CsvMapping.parse(map);
    for (String input : inputs) {
      if (TopicWord.isMeant(input)) {
        continue; // topics are accepted apart
      }
      if (input.startsWith(FEED)) {
        inbox.acceptFeed(input.substring(FEED.length()), mandate);
      } else if (input.equals(STANDARD_INPUT)) {
        inbox.acceptStream(
            environment.in(), format == null ? InputFormat.JSONL : format, mapping, mandate);
      } else {
        accept(inbox, environment.path(input), mapping, mandate);
      }
    }
  }

  /** Returns a watch of them, which must all be folders. */
  public FolderWatch watched(Environment environment, Inbox inbox, Mandate mandate) {
    List<Path> folders = inputs.stream().map(environment::path).filter(Files::isDirectory).toList();
    if (folders.isEmpty() || folders.size() < inputs.size() || format != null) {
      throw UserError.ofUsage("--watch needs --input to name folders alone, and no --format");
    }
    return new FolderWatch(inbox, folders, CsvMapping.parse(map), mandate, environment.clock());
  }

  private void accept(Inbox inbox, Path path, Map<String, String> mapping, Mandate mandate)
      throws IOException {
    if (format == null || Files.isDirectory(path)) {
      inbox.accept(path, mapping, mandate);
    } else {
      inbox.accept(path, format, mapping, mandate);
    }
  }
}

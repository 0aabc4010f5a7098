package org.vigie.console.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.console.config.Settings;
import org.vigie.console.failure.Exit;
import org.vigie.console.failure.Refusal;
import org.vigie.console.mandate.MandateDesk;
import org.vigie.console.render.SafeJson;
import org.vigie.console.render.SafeText;
import org.vigie.console.surroundings.Surroundings;
import org.vigie.pipeline.RunReport;
import org.vigie.pipeline.intake.FolderWatch;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputFormat;
import org.vigie.pipeline.topic.InputTopics;
import org.vigie.pipeline.topic.TopicAddress;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie run}. */
@Command(
    name = "run",
    description = "Read adverts from files, find who is behind them, index them, raise alerts",
    footer = {
      "",
      "An input is read once: the same command again takes up where it stopped, and adds nothing",
      "once all is read. Without --input it takes up what was accepted and not read to its end.",
      "Examples:",
      "  ./vigie run --input adverts.jsonl.gz",
      "  ./vigie run --input adverts.csv --map text=description,title=name",
      "  ./vigie run --input vigie-workspace/captures",
      "  printf '{\"text\":\"x\"}\\n' | ./vigie run --input -"
    })
final class RunCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  private static final int MOST_NAMED = 5;

  private final Surroundings surroundings;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description =
          "JSON Lines, CSV or WARC file (gzip or not), a folder of them, - for standard input, or"
              + " kafka:HOST:PORT/TOPIC, which is read until Ctrl-C. May be repeated")
  private List<String> inputs = List.of();

  @Option(
      names = "--watch",
      description =
          "Go on until Ctrl-C, and read the files that come into the folders named by --input, each"
              + " once it hasn't changed for two seconds")
  private boolean watch;

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
      description = "Which CSV column holds what, such as text=description,title=name")
  private List<String> map = List.of();

  @Option(names = "--quiet", description = "Show no progress and no summary")
  private boolean quiet;

  @Option(names = "--json", description = "Print the summary as one JSON object")
  private boolean json;

  @ArgGroup(validate = false, heading = "%nKafka:%n", order = 90)
  private TopicOptions topicOptions = new TopicOptions();

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Map<String, String> mapping = CsvMapping.parse(map);
    requireInputs();
    Workspace workspace = workspaceOption.in(surroundings);
    Settings settings = Settings.of(workspace, surroundings.home());
    Mandate mandate =
        new MandateDesk(surroundings)
            .pass(workspace, mandateOptions.find(surroundings), "run", String.join(" ", inputs));
    Logs.into(workspace);
    InputTopics topics = new InputTopics(workspace, surroundings.clock());
    List<TopicAddress> addresses = addresses(topics);
    TopicEnds ends = topicOptions.ends(surroundings, addresses);
    for (TopicAddress address : addresses) {
      topics.accept(address, mandate);
    }
    Inbox inbox = new Inbox(workspace, surroundings.clock());
    if (watch) {
      watch(workspace, settings, ends, inbox, mapping, mandate);
    }
    accept(inbox, mapping, mandate);
    if (!quiet && !inbox.passedOver().isEmpty()) {
      surroundings
          .err()
          .println("passed over, since their format can't be told: " + shown(inbox.passedOver()));
    }
    RunReport report =
        new StreamStep(surroundings, quiet || json)
            .run(workspace, settings.run(), ends, "the same command takes up again");
    summarise(workspace, report);
    return (report.progress().deadLetters() > 0 ? Exit.DEAD_LETTERS : Exit.OK).code();
  }

  /** Reads until Ctrl-C, which is thrown. */
  private void watch(
      Workspace workspace,
      Settings settings,
      TopicEnds ends,
      Inbox inbox,
      Map<String, String> mapping,
      Mandate mandate)
      throws IOException, InterruptedException {
    List<Path> folders =
        inputs.stream().map(surroundings::path).filter(Files::isDirectory).toList();
    if (folders.isEmpty() || folders.size() < inputs.size() || format != null) {
      throw Refusal.ofUsage("--watch needs --input to name folders alone, and no --format");
    }
    FolderWatch watched = new FolderWatch(inbox, folders, mapping, mandate, surroundings.clock());
    look(watched);
    new StreamStep(surroundings, quiet || json)
        .watch(
            workspace,
            settings.run(),
            ends,
            "the same command takes up again",
            () -> look(watched));
  }

  /** A folder that can't be listed now may be there again at the next look. */
  private void look(FolderWatch watched) {
    try {
      watched.look((file, why) ->
          surroundings
              .err()
              .println("passed over: " + SafeText.line(surroundings.shown(file)) + ", " + why));
    } catch (IOException | UncheckedIOException e) {
      surroundings.err().println("a watched folder can't be read: " + SafeText.line(e.toString()));
    }
  }

  private void requireInputs() {
    for (String input : inputs) {
      if (TopicWord.isMeant(input)) {
        TopicWord.parse("--input", input);
        continue;
      }
      Path path = surroundings.path(input);
      if (!input.equals(STANDARD_INPUT) && !Files.isReadable(path)) {
        throw Refusal.ofInput(
            "--input must be a readable file or folder, but %s %s"
                .formatted(input, Files.exists(path) ? "isn't readable" : "doesn't exist"));
      }
    }
  }

  /** Returns the topics to read: those that the workspace reads already, and those asked for. */
  private List<TopicAddress> addresses(InputTopics topics) throws IOException {
    Set<TopicAddress> addresses = new LinkedHashSet<>();
    topics
        .accepted()
        .forEach(topic -> addresses.add(new TopicAddress(topic.brokers(), topic.topic())));
    inputs.stream()
        .filter(TopicWord::isMeant)
        .forEach(input -> addresses.add(TopicWord.parse("--input", input).address()));
    return List.copyOf(addresses);
  }

  private void accept(Inbox inbox, Map<String, String> mapping, Mandate mandate)
      throws IOException {
    for (String input : inputs) {
      if (TopicWord.isMeant(input)) {
        continue; // accepted already
      }
      if (input.equals(STANDARD_INPUT)) {
        inbox.acceptStream(
            surroundings.in(), format == null ? InputFormat.JSONL : format, mapping, mandate);
      } else {
        accept(inbox, surroundings.path(input), mapping, mandate);
      }
    }
  }

  private void accept(Inbox inbox, Path path, Map<String, String> mapping, Mandate mandate)
      throws IOException {
    if (format == null || Files.isDirectory(path)) {
      inbox.accept(path, mapping, mandate);
    } else {
      inbox.accept(path, format, mapping, mandate);
    }
  }

  private String shown(List<Path> files) {
    String first =
        files.stream()
            .limit(MOST_NAMED)
            .map(surroundings::shown)
            .map(SafeText::line)
            .collect(Collectors.joining(", "));
    int more = files.size() - MOST_NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private void summarise(Workspace workspace, RunReport report) {
    if (json) {
      surroundings.out().println(SafeJson.of(report));
    } else if (!quiet) {
      new RunSummary(surroundings, workspace).print(report);
    }
  }
}

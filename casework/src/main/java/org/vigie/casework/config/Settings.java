package org.vigie.casework.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.vigie.casework.environment.Environment;
import org.vigie.classifier.registry.ModelSeal;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;
import org.vigie.files.yaml.YamlFile;
import org.vigie.pipeline.GroupingConfig;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.StateBackend;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.neardup.NearDuplicateConfig;
import org.vigie.pipeline.network.NetworkConfig;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.workspace.Workspace;

/**
 * All that {@code vigie.yaml} says.
 *
 * @param crawl how to crawl
 * @param run how to run the stream
 * @param modelsKey the only public key whose approval of models counts, in base64; empty for the
 *     one that lies in the workspace
 * @param search how to search
 * @param custody what guards what is held
 * @param console how people reach the console
 * @param reading what reads beside our own readers
 * @param delivery who is told of alerts
 */
public record Settings(
    CrawlSettings crawl,
    RunConfig run,
    String modelsKey,
    SearchSettings search,
    CustodySettings custody,
    ConsoleSettings console,
    ReadingSettings reading,
    DeliverySettings delivery) {

  /**
   * Returns the defaults.
   *
   * @param home folder that relative paths to models start from
   */
  public static Settings defaults(Path home) {
    return new Settings(
        CrawlSettings.defaults(),
        defaultRun(home),
        "",
        SearchSettings.defaults(),
        CustodySettings.defaults(),
        ConsoleSettings.defaults(),
        ReadingSettings.defaults(),
        DeliverySettings.defaults());
  }

  /** Returns what a workspace's configuration says; the defaults if it has none. */
  public static Settings of(Workspace workspace, Path home) {
    return of(workspace, home, Map.of());
  }

  /** Returns the same, with what the environment of a command says in the place of the file. */
  public static Settings of(Workspace workspace, Environment environment) {
    return of(workspace, environment.home(), environment.variables());
  }

  private static Settings of(Workspace workspace, Path home, Map<String, String> variables) {
    Path file = workspace.config();
    String shown = file.getFileName().toString();
    JsonNode written =
        Files.exists(file) ? YamlFile.readTree(file, shown) : MissingNode.getInstance();
    if (written.isMissingNode() || written.isNull()) {
      written = JsonNodeFactory.instance.objectNode();
    }
    if (written instanceof ObjectNode keys) {
      EnvironmentSettings.apply(variables, keys);
    }
    return read(new Section(shown, "", written), home);
  }

  /** Returns the same with other guards of what is held. */
  public Settings with(CustodySettings other) {
    return new Settings(crawl, run, modelsKey, search, other, console, reading, delivery);
  }

  /** Returns the same with another way to the console. */
  public Settings with(ConsoleSettings other) {
    return new Settings(crawl, run, modelsKey, search, custody, other, reading, delivery);
  }

  /** Returns what a configuration says. */
  public static Settings read(Section top, Path home) {
    Settings read =
        new Settings(
            CrawlSettings.read(top.section("crawl")),
            run(top, home),
            modelsKey(top.section("models")),
            SearchSettings.read(top.section("search")),
            CustodySettings.read(top),
            ConsoleSettings.read(top),
            ReadingSettings.read(top),
            DeliverySettings.read(top.section("deliver")));
    top.done();
    return read;
  }

  private static RunConfig run(Section top, Path home) {
    RunConfig absent = defaultRun(home);
    Section run = top.section("run");
    RunConfig read =
        new RunConfig(
            home.resolve(run.text("models", "models")).normalize(),
            run.integer("parallelism", absent.parallelism(), 1, 1_024),
            run.integer("shards", absent.shards(), 1, 1_024),
            run.duration(
                "checkpoint-interval", absent.checkpointInterval(), Duration.ofMillis(100)),
            new GroupingConfig(
                nearDuplicates(top.section("near-duplicates")),
                alertRules(top.section("alerts")),
                networks(top.section("networks"))),
            new Horizon(run.days("remember", absent.horizon().days(), Horizon.MAX_DAYS)),
            run.choice("state-backend", absent.stateBackend(), StateBackend.class));
    run.done();
    return read;
  }

  private static String modelsKey(Section section) {
    String key = section.text("trusted-key", "");
    section.done();
    if (!key.isEmpty() && !ModelSeal.isPublicKey(key)) {
      throw UserError.ofInput(
          section.place("trusted-key")
              + ": must be an Ed25519 public key as signing.pub holds it, but isn't");
    }
    return key;
  }

  private static NearDuplicateConfig nearDuplicates(Section section) {
    NearDuplicateConfig absent = NearDuplicateConfig.defaults();
    NearDuplicateConfig read =
        new NearDuplicateConfig(
            section.integer("shingle-size", absent.shingleSize(), 1, 20),
            section.integer("bands", absent.bands(), 1, 256),
            section.integer("rows-per-band", absent.rowsPerBand(), 1, 64),
            section.share("min-similarity", absent.minSimilarity()),
            section.integer("representatives", absent.representatives(), 1, 1_024));
    section.done();
    return read;
  }

  private static AlertRuleConfig alertRules(Section section) {
    AlertRuleConfig absent = AlertRuleConfig.defaults();
    AlertRuleConfig read =
        new AlertRuleConfig(
            new AlertRuleConfig.Least(
                section.integer("min-cluster-size", absent.campaign().adverts(), 2, 1_000_000),
                section.integer("min-indicators", absent.campaign().indicators(), 1, 100),
                section.integer("min-categories", absent.campaign().categories(), 1, 100)),
            section.integer("burst", absent.burst(), 2, 1_000_000),
            section.integer("min-channels", absent.minChannels(), 2, 100),
            section.duration("known-for", absent.knownFor(), Duration.ofDays(1)),
            section.share("cluster-risk", absent.clusterRisk()),
            section.integer("daily-budget", absent.dailyBudget(), 1, AlertRuleConfig.MAX_BUDGET),
            section.flag("complaints", absent.complaints()));
    section.done();
    return read;
  }

  private static NetworkConfig networks(Section section) {
    NetworkConfig absent = NetworkConfig.defaults();
    int most = NetworkConfig.MAX_TEXTS;
    NetworkConfig read =
        new NetworkConfig(
            section.integer("max-texts", absent.maxTexts(), 1, most),
            section.integer("max-employers", absent.maxEmployers(), 1, most),
            section.integer("max-sites", absent.maxSites(), 1, most));
    section.done();
    return read;
  }

  private static RunConfig defaultRun(Path home) {
    return new RunConfig(
        home.resolve("models").normalize(),
        2,
        4,
        Duration.ofSeconds(2),
        GroupingConfig.defaults(),
        Horizon.defaults());
  }
}

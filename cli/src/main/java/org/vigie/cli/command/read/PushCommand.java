package org.vigie.cli.command.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.export.Export;
import org.vigie.casework.export.PartnerTarget;
import org.vigie.casework.mandate.IdScan;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.casework.push.MispServer;
import org.vigie.casework.push.PartnerServer;
import org.vigie.casework.push.ServerTrust;
import org.vigie.casework.push.TaxiiCollection;
import org.vigie.exchange.marking.Tlp;
import org.vigie.exchange.partner.ExportHeader;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie push}. */
@Command(
    name = "push",
    description = "Send all adverts that a query finds to a partner's MISP or TAXII server",
    footer = {
      "",
      "What holds for export holds here: more than 100 adverts leave only with a second person, and",
      "the audit log knows them before they do. Pushing twice makes nothing twice. If the server",
      "takes less than was sent, it ends with 5.",
      "Example:",
      "  ./vigie push 'risk>0.8' --misp https://misp.example.org --auth misp.key \\",
      "      --to 'Agency, Exampleland' --tlp green"
    })
public final class PushCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      arity = "0..1",
      paramLabel = "QUERY",
      description = "As for search; '' for everything. At most 100 adverts")
  private @Nullable String query;

  @Option(
      names = "--granted",
      paramLabel = "ID",
      description = "The export of this number, which a second person granted within 24 hours")
  private @Nullable Long granted;

  @Option(names = "--misp", paramLabel = "URL", description = "A MISP server")
  private @Nullable String misp;

  @Option(names = "--taxii", paramLabel = "URL", description = "A collection of TAXII 2.1")
  private @Nullable String taxii;

  @Option(
      names = "--auth",
      required = true,
      paramLabel = "FILE",
      description = "File of the authorization key; for TAXII NAME:PASSWORD, or a token")
  private String auth = "";

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Certificates (PEM) of the server's authority. Default: those of Java")
  private @Nullable String authorities;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "RECIPIENT",
      description = "Who gets them, as the export that was granted names them")
  private String to = "";

  @Option(
      names = "--tlp",
      paramLabel = "COLOUR",
      description = "How far they may be passed on (TLP 2.0). Default: amber+strict")
  private String tlp = Tlp.AMBER_STRICT.label();

  @Option(
      names = "--answer",
      paramLabel = "FILE",
      description = "A file that doesn't exist yet, for what the server answers")
  private @Nullable String answer;

  @Mixin private AboutOption about = new AboutOption();

  @Mixin private Reading reading = new Reading();

  public PushCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if (to.isBlank()) {
      throw UserError.ofUsage("--to must say who gets them, but is empty");
    }
    Tlp marking = marking();
    PartnerServer server = server();
    about.requireFits(misp != null);
    Path kept = answer == null ? null : environment.path(answer);
    if (kept != null && Files.exists(kept)) {
      throw UserError.ofUsage("--answer must be a file that doesn't exist yet, but it is there");
    }
    String where =
        (server.format().label() + " " + (misp == null ? taxii : misp) + " " + about.logged())
            .strip();
    return new ExportApproval(environment, reading, "push", where, to)
        .pass(
            query,
            granted,
            (opened, words, leaves, before) -> {
              ExportHeader header =
                  new ExportHeader(
                      opened.mandate().authority(),
                      marking,
                      environment.clock().instant(),
                      about.name(opened, environment));
              Export export =
                  new Export(
                      opened.index(),
                      new PartnerTarget(server.format(), header, opened.index()),
                      leaves);
              return push(server, export, words, before, kept);
            });
  }

  private int push(
      PartnerServer server, Export export, String words, Export.Before before, @Nullable Path kept)
      throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long adverts = export.write(words, out, ids::add);
    if (adverts == 0) {
      throw UserError.ofInput("the query must find an advert to push, but finds none");
    }
    IdScan scan = new IdScan();
    out.writeTo(scan);
    before.appears(ids, scan.ids().and(ShownIds.of(ids)), Sha256.of(out.toByteArray()));
    PartnerServer.Receipt receipt = server.push(out.toString(StandardCharsets.UTF_8));
    if (kept != null) {
      Files.writeString(OwnerOnly.file(kept), receipt.answer());
    }
    environment
        .out()
        .printf(
            "%s sent: %s, %s of %s taken.%n",
            Words.count(adverts, "advert", "adverts"),
            receipt.what(),
            Words.number(receipt.taken()),
            Words.count(receipt.sent(), "part", "parts"));
    if (receipt.taken() < receipt.sent()) {
      environment.err().println("vigie: the server refused some parts; ask those who run it why");
      return Exit.DEAD_LETTERS.code();
    }
    return Exit.OK.code();
  }

  private PartnerServer server() throws IOException {
    if (misp != null && taxii == null) {
      return new MispServer(misp, key(), trust());
    }
    if (taxii != null && misp == null) {
      return new TaxiiCollection(taxii, key(), trust());
    }
    throw UserError.ofUsage("push needs either --misp or --taxii, but got both or none of them");
  }

  private ServerTrust trust() throws IOException {
    return ServerTrust.of(authorities == null ? null : environment.path(authorities));
  }

  private String key() throws IOException {
    Path file = environment.path(auth);
    if (!Files.isRegularFile(file)) {
      throw UserError.ofInput("--auth must be a file with a key, but there is none");
    }
    String key = Files.readString(file).strip();
    if (key.isEmpty() || key.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw UserError.ofInput("--auth must hold one line of letters and signs, but doesn't");
    }
    return key;
  }

  private Tlp marking() {
    try {
      return Tlp.parse(tlp);
    } catch (IllegalArgumentException e) {
      throw UserError.ofUsage("--tlp: " + e.getMessage());
    }
  }
}

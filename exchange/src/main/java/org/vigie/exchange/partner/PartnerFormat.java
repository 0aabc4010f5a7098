package org.vigie.exchange.partner;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The formats of partners' tools. docs/how-to/evidence.md lists what each carries. */
public enum PartnerFormat {
  /** A MISP event with objects and attributes (MISP core format). */
  MISP("json", (header, adverts) -> new MispEvent(header, adverts).json()),
  /** A STIX 2.1 bundle (OASIS). */
  STIX("json", (header, adverts) -> new StixBundle(header).json(adverts)),
  /** FollowTheMoney entities, a JSON object a line, for Aleph and OpenAleph. */
  FTM("jsonl", (header, adverts) -> new FtmEntities(header).lines(adverts)),
  /** A graph of adverts, contacts and clusters for link charts (GraphML). */
  GRAPHML("graphml", (header, adverts) -> new GraphMl(header).xml(adverts)),
  /** The same graph for Gephi (GEXF 1.3). */
  GEXF("gexf", (header, adverts) -> new Gexf(header).xml(adverts)),
  /** The same graph as a table of links, for i2 Analyst's Notebook. */
  I2("csv", (header, adverts) -> new LinkTable(header).csv(adverts)),
  /** Referrals in the core fields of HTCDS 2.0, for case management. */
  HTCDS("csv", (header, adverts) -> new HtcdsTable(header).csv(adverts)),
  /** Accounts, wallets and mobile money as a table for a financial intelligence unit. */
  FIU("csv", (header, adverts) -> new MoneyTable(header).csv(adverts)),
  /** The same as a report of the goAML schema. */
  GOAML("xml", (header, adverts) -> new GoAml(header).xml(adverts));

  private final String extension;
  private final BiFunction<ExportHeader, List<SharedAdvert>, String> writer;

  PartnerFormat(String extension, BiFunction<ExportHeader, List<SharedAdvert>, String> writer) {
    this.extension = extension;
    this.writer = writer;
  }

  /** Returns the name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what kind of file it is, as its name tells. */
  public String extension() {
    return extension;
  }

  /** Returns the fields that adverts don't tell and people must fill; none for most formats. */
  public List<String> leftToFill() {
    return switch (this) {
      case HTCDS -> HtcdsTable.missing();
      case GOAML -> GoAml.missing();
      case MISP, STIX, FTM, GRAPHML, GEXF, I2, FIU -> List.of();
    };
  }

  /** Returns the format of a name on the command line, whatever its case. */
  public static Optional<PartnerFormat> named(String label) {
    return Arrays.stream(values())
        .filter(format -> format.label().equalsIgnoreCase(label))
        .findFirst();
  }

  /** Returns the names of all, commas between. */
  public static String labels() {
    return Arrays.stream(values()).map(PartnerFormat::label).collect(Collectors.joining(", "));
  }

  /**
   * Returns adverts in this format; the same adverts and header make the same text.
   *
   * @throws org.vigie.files.failure.UserError if the format has no document without an account, and
   *     no advert names one, or one that the format has no room for
   */
  public String write(ExportHeader header, List<SharedAdvert> adverts) {
    return writer.apply(header, adverts);
  }
}

package org.vigie.exchange.partner;

import java.util.List;
import java.util.Locale;

/** The formats of partners' tools. docs/how-to/evidence.md lists what each carries. */
public enum PartnerFormat {
  /** A MISP event with objects and attributes (MISP core format). */
  MISP {
    @Override
    public String write(ExportHeader header, List<HandedAdvert> adverts) {
      return new MispEvent(header).json(adverts);
    }
  },
  /** A STIX 2.1 bundle (OASIS). */
  STIX {
    @Override
    public String write(ExportHeader header, List<HandedAdvert> adverts) {
      return new StixBundle(header).json(adverts);
    }
  },
  /** FollowTheMoney entities, a JSON object a line, for Aleph and OpenAleph. */
  FTM {
    @Override
    public String write(ExportHeader header, List<HandedAdvert> adverts) {
      return new FtmEntities(header).lines(adverts);
    }
  },
  /** A graph of adverts, contacts and clusters for link charts (GraphML). */
  GRAPHML {
    @Override
    public String write(ExportHeader header, List<HandedAdvert> adverts) {
      return new GraphMl(header).xml(adverts);
    }
  };

  /** Returns the name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns adverts in this format; the same adverts and header make the same text. */
  public abstract String write(ExportHeader header, List<HandedAdvert> adverts);
}

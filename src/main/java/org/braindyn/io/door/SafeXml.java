package org.braindyn.io.door;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;

/**
 * XML of unknown origin: no document type is processed, no entity is expanded, no other file is
 * opened. Java's own parser, whichever others are on the class path.
 */
public final class SafeXml {
  private static final int DECLARATION = 200;

  private final XMLStreamReader in;
  private final String file;

  /**
   * @param stream UTF-8, or Latin-1 if its declaration says so
   * @param file its name, for messages
   * @throws IOException if the stream cannot be read
   */
  public SafeXml(InputStream stream, String file) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    this.file = file;
    try {
      // As characters: the parser's own decoder writes to the console what it cannot decode.
      in = factory.createXMLStreamReader(reader(stream));
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  private static Reader reader(InputStream stream) throws IOException {
    BufferedInputStream in = new BufferedInputStream(stream, 1 << 16);
    in.mark(DECLARATION);
    String start = new String(in.readNBytes(DECLARATION), StandardCharsets.ISO_8859_1);
    in.reset();
    boolean latin = start.matches("(?is).*encoding=[\"'](iso-8859-1|latin-?1)[\"'].*");
    if (start.startsWith("\u00ef\u00bb\u00bf")) {
      in.skipNBytes(3); // the mark of UTF-8
    }
    return new InputStreamReader(in, latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }

  /** What comes next that matters. */
  public enum Event {
    /** An element begins. */
    START,
    /** An element ends. */
    END,
    /** Characters. */
    TEXT,
    /** The document is over. */
    STOP
  }

  /**
   * Goes on to the next event.
   *
   * @throws BadInput if the XML is not well formed or uses an entity of its own
   */
  public Event next() {
    try {
      while (in.hasNext()) {
        switch (in.next()) {
          case XMLStreamReader.START_ELEMENT:
            return Event.START;
          case XMLStreamReader.END_ELEMENT:
            return Event.END;
          case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA:
            return Event.TEXT;
          case XMLStreamReader.ENTITY_REFERENCE:
            throw new BadInput(
                file
                    + " uses the XML entity \""
                    + in.getLocalName()
                    + "\", which is not expanded.");
          default:
            break;
        }
      }
      return Event.STOP;
    } catch (XMLStreamException | RuntimeException e) {
      throw e instanceof BadInput bad ? bad : damaged(e);
    }
  }

  /** Name of the element. */
  public String name() {
    return in.getLocalName();
  }

  /** An attribute of the element that begins; empty if it has none of that name. */
  public String attribute(String name) {
    String value = in.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }

  /** The characters. */
  public String text() {
    return in.getText();
  }

  /**
   * An attribute that is a whole number, 0 or more.
   *
   * @throws BadInput if it is missing or something else
   */
  public int whole(String name) {
    String value = attribute(name);
    try {
      int number = Integer.parseInt(value);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new BadInput(
        file + ": <" + name() + "> has " + name + "=\"" + value + "\"; a whole number is needed.");
  }

  private BadInput damaged(Exception e) {
    String why = e.getMessage() == null ? "" : " (" + Reason.of(e).replaceAll("\\s+", " ") + ")";
    return new BadInput(file + ": its XML is damaged" + why + ". Copy or make the file again.", e);
  }
}

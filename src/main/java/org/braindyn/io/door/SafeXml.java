package org.braindyn.io.door;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.braindyn.data.BadInput;

/**
 * XML of unknown origin: no document type is processed, no entity is expanded, no other file is
 * opened. Java's own parser, whichever others are on the class path.
 */
public final class SafeXml {
  private final XMLStreamReader in;
  private final String file;

  /**
   * @param stream UTF-8 or as its declaration says
   * @param file its name, for messages
   */
  public SafeXml(InputStream stream, String file) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    this.file = file;
    try {
      in = factory.createXMLStreamReader(stream);
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
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
                file + " uses the XML entity \"" + in.getLocalName() + "\", which is not expanded.");
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
    String why = e.getMessage() == null ? "" : " (" + e.getMessage().replaceAll("\\s+", " ") + ")";
    return new BadInput(file + ": its XML is damaged" + why + ". Copy or make the file again.", e);
  }
}

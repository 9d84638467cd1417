package org.overread.web.api;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves the contract itself, to whoever has signed in or shows a token. */
@WebServlet("/openapi")
public class OpenApi extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/yaml;charset=UTF-8");
        try (var contract = getServletContext().getResourceAsStream("/WEB-INF/openapi.yaml")) {
            contract.transferTo(response.getOutputStream());
        }
    }
}
